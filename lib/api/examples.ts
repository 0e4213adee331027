/** What stands in examples for the id of any of a kind. The tests put a real one in its place. */
export const exampleIds = {
  appointment: "01990000-0000-7000-8000-000000000001",
  doctor: "01990000-0000-7000-8000-000000000002",
  service: "01990000-0000-7000-8000-000000000003",
  patient: "01990000-0000-7000-8000-000000000004",
  hold: "01990000-0000-7000-8000-000000000005",
  waitlistEntry: "01990000-0000-7000-8000-000000000006",
  /** Something is offered for it now. */
  offeredEntry: "01990000-0000-7000-8000-000000000015",
  plan: "01990000-0000-7000-8000-000000000007",
  pausedPlan: "01990000-0000-7000-8000-000000000013",
  /** Of which a visit has no place: the one that the example names. */
  planWithGap: "01990000-0000-7000-8000-000000000014",
  planToken: "the-link-of-a-care-plan-ends-with-such-text",
  pausedPlanToken: "the-link-of-a-paused-plan-ends-as-this-does",
  slot: "01990000-0000-7000-8000-000000000008",
  closure: "01990000-0000-7000-8000-000000000009",
  window: "01990000-0000-7000-8000-000000000010",
  timeOff: "01990000-0000-7000-8000-000000000011",
  businessHours: "01990000-0000-7000-8000-000000000012",
} as const;

/** A time that a visit of a care plan can have. */
export const exampleVisitStart = "2027-05-10T09:30:00+01:00";
/** A time that can be booked, and the day it is on. */
export const exampleStart = "2027-03-01T09:30:00+00:00";
export const exampleDay = "2027-03-01";
