import { randomUUID } from "node:crypto";
import { cancelPlan } from "#lib/scheduling/server/plans/cancel-plan.ts";
import { cancelVisit } from "#lib/scheduling/server/plans/cancel-visit.ts";
import { confirmVisits } from "#lib/scheduling/server/plans/confirm-visits.ts";
import { createPlan } from "#lib/scheduling/server/plans/create-plan.ts";
import { findPlan } from "#lib/scheduling/server/plans/find-plan.ts";
import { findVisitTimes } from "#lib/scheduling/server/plans/find-visit-times.ts";
import { linkPlan, plansToLink } from "#lib/scheduling/server/plans/link-plans.ts";
import { myPlans } from "#lib/scheduling/server/plans/my-plans.ts";
import { pausePlan } from "#lib/scheduling/server/plans/pause-plan.ts";
import { placeVisit } from "#lib/scheduling/server/plans/place-visit.ts";
import { placeVisits } from "#lib/scheduling/server/plans/place-visits.ts";
import { previewPlan } from "#lib/scheduling/server/plans/preview-plan.ts";
import { resumePlan } from "#lib/scheduling/server/plans/resume-plan.ts";
import { searchPlans } from "#lib/scheduling/server/plans/search-plans.ts";
import { setPaymentStatus } from "#lib/scheduling/server/plans/set-payment-status.ts";
import { skipVisit } from "#lib/scheduling/server/plans/skip-visit.ts";
import { earlyMonday as now } from "../factories.ts";
import { type Entry, everyone, staffOnly } from "./entry.ts";
import type { Ids } from "./scene.ts";

const wish = ({ clinicId, serviceId, planDate }: Ids) => ({
  ...{ clinicId, serviceId, doctorId: null, anotherDoctorAllowed: true },
  ...{ frequency: "monthly", months: 1, startDate: planDate, time: "10:00" },
});

/** Doctors change visits by their appointments. */
const patientAndStaff = { ...staffOnly, ownPatient: "ok" } as const;

export const planEntries: Entry[] = [
  { name: "previewPlan", call: (actor, ids) => previewPlan(actor, wish(ids), now), expected: everyone("ok") },
  {
    name: "createPlan",
    call: (actor, ids) => createPlan(actor, { ...wish(ids), key: randomUUID() }, now),
    expected: everyone("ok"),
  },
  {
    name: "createPlan",
    asking: "for somebody else",
    call: (actor, ids) => createPlan(actor, { ...wish(ids), patientId: ids.patientId, key: randomUUID() }, now),
    expected: { ...everyone("FORBIDDEN"), staff: "ok", admin: "ok" },
  },
  {
    name: "findPlan",
    call: (actor, { planId: id }) => findPlan(actor, { id }, now),
    expected: { ...patientAndStaff, ownDoctor: "ok" },
  },
  {
    name: "findPlan",
    asking: "for one that was bought without an account",
    call: (actor, { guestPlanId: id }) => findPlan(actor, { id }, now),
    expected: { ...staffOnly, ownDoctor: "ok" },
  },
  { name: "myPlans", call: (actor) => myPlans(actor), expected: { ...everyone("nothing"), ownPatient: "ok" } },
  { name: "searchPlans", call: (actor, { clinicId }) => searchPlans(actor, { clinicId }), expected: staffOnly },
  {
    name: "pausePlan",
    call: (actor, { planId: id }) => pausePlan(actor, { id, version: 1 }, now),
    expected: patientAndStaff,
  },
  {
    name: "resumePlan",
    // It was not paused.
    call: (actor, { planId: id }) => resumePlan(actor, { id, version: 1 }, now),
    expected: {
      ...everyone("NOT_FOUND"),
      ownPatient: "ILLEGAL_TRANSITION",
      staff: "ILLEGAL_TRANSITION",
      admin: "ILLEGAL_TRANSITION",
    },
  },
  {
    name: "cancelPlan",
    call: (actor, { planId: id }) => cancelPlan(actor, { id, version: 1 }, now),
    expected: patientAndStaff,
  },
  {
    name: "cancelVisit",
    call: (actor, { planId: id }) => cancelVisit(actor, { id, sequence: 1 }, now),
    expected: patientAndStaff,
  },
  {
    name: "skipVisit",
    call: (actor, { planId: id }) => skipVisit(actor, { id, sequence: 1 }, now),
    expected: patientAndStaff,
  },
  {
    name: "placeVisit",
    call: (actor, { planId: id }) => placeVisit(actor, { id, sequence: 2 }, now),
    expected: staffOnly,
  },
  {
    name: "placeVisits",
    call: (actor, { planId: id }) => placeVisits(actor, { id }, now),
    expected: staffOnly,
  },
  {
    name: "findVisitTimes",
    call: (actor, { planId: id, doctorId }) => findVisitTimes(actor, { id, sequence: 2, doctorId }, now),
    expected: staffOnly,
  },
  {
    name: "setPaymentStatus",
    call: (actor, { planId: id }) => setPaymentStatus(actor, { id, paymentStatus: "paid" }, now),
    expected: staffOnly,
  },
  {
    name: "confirmVisits",
    call: (actor, { planId: id }) => confirmVisits(actor, { id }),
    expected: { ...staffOnly, ownDoctor: "ok" },
  },
  { name: "plansToLink", call: (actor) => plansToLink(actor), expected: { ...everyone("nothing"), ownPatient: "ok" } },
  {
    name: "linkPlan",
    call: (actor, { guestPlanId: id }) => linkPlan(actor, { id }),
    expected: { ...everyone("NOT_FOUND"), ownPatient: "ok" },
  },
];
