import { z } from "zod";
import {
  type CreatedPlan,
  type PlanPreview,
  type PlanSummary,
  type PlanView,
  planFrequencies,
} from "../../scheduling/plan-view.ts";
import { instant, instantAnswer, money, toMoney } from "../fields.ts";
import { person, plannedVisit, toPlannedVisit, toVisit, visit, visitStatus } from "./visit.ts";

const sums = {
  count: z.int().meta({ description: "Visits, those without a place included" }),
  pricePerVisit: money,
  total: money,
};

const planned = { timeZone: z.string(), visits: z.array(plannedVisit), ...sums };

export const planPreview = z
  .strictObject({
    ...planned,
    cancelNoticeHours: z.int(),
    requiresConfirmation: z.boolean().meta({ description: "Doctors confirm the visits first" }),
  })
  .meta({ id: "PlanPreview" });

export const createdPlan = z
  .strictObject({
    id: z.uuid(),
    number: z.string(),
    ...planned,
    changed: z
      .array(z.int())
      .meta({ description: "Sequences of the visits that stand elsewhere than in `choices`: a race was lost" }),
    trackingUrl: z
      .url()
      .nullable()
      .meta({ description: "Opens the guest's portal; its token is what /guest/subscriptions takes. Said only once" }),
  })
  .meta({ id: "CreatedPlan" });

const summary = {
  id: z.uuid(),
  number: z.string(),
  clinic: z.uuid(),
  timeZone: z.string(),
  status: z.enum(["active", "paused", "cancelled", "completed"]),
  paymentStatus: z.enum(["unpaid", "paid", "refunded"]),
  frequency: z.enum(planFrequencies),
  months: z.int(),
  startDate: z.iso.date(),
  service: z.strictObject({
    id: z.uuid(),
    slug: z.string(),
    name: z.string(),
    mode: z.enum(["in_person", "phone", "video"]),
  }),
  doctor: person.nullable().meta({ description: "Null: any" }),
  patient: z.strictObject({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() }),
  nextVisitAt: instantAnswer.nullable(),
  visitCounts: z.strictObject(Object.fromEntries(visitStatus.options.map((status) => [status, z.int()]))),
  ...sums,
  createdAt: instantAnswer,
};

export const planSummary = z.strictObject(summary).meta({ id: "PlanSummary" });

export const plan = z
  .strictObject({
    ...summary,
    version: z.int().meta({ description: "One more with every change; send it along to change what was seen" }),
    anotherDoctorAllowed: z.boolean(),
    time: z.string().nullable().meta({ description: "Null: the first visit's" }),
    cancelNoticeHours: z.int(),
    contact: z
      .strictObject({
        name: z.string(),
        email: z.string(),
        phone: z.string().nullable(),
        addressLine1: z.string().nullable(),
        city: z.string().nullable(),
        postcode: z.string().nullable(),
        country: z.string().nullable(),
      })
      .nullable()
      .meta({ description: "Of a plan that was made without an account" }),
    visits: z.array(visit),
    actions: z.array(z.enum(["pause", "resume", "cancel"])).meta({ description: "What the asker may do with it now" }),
  })
  .meta({ id: "Plan" });

export function toPlanPreview(view: PlanPreview): z.output<typeof planPreview> {
  const { cancelNoticeHours, requiresConfirmation } = view;
  return { ...toPlanned(view), cancelNoticeHours, requiresConfirmation };
}

export function toCreatedPlan(made: CreatedPlan, trackingUrl: string | null): z.output<typeof createdPlan> {
  return { id: made.id, number: made.number, ...toPlanned(made), changed: made.changed, trackingUrl };
}

type Planned = Pick<PlanPreview, "timeZone" | "visits" | "doctorNames" | "pricePerVisit" | "currency">;

function toPlanned({ timeZone, visits, doctorNames, pricePerVisit, currency }: Planned) {
  return {
    timeZone,
    visits: visits.map((one) => toPlannedVisit(one, doctorNames, timeZone)),
    ...toSums({ count: visits.length, pricePerVisit, currency }),
  };
}

function toSums({ count, pricePerVisit, currency }: Pick<PlanSummary, "count" | "pricePerVisit" | "currency">) {
  return { count, pricePerVisit: toMoney(pricePerVisit, currency), total: toMoney(pricePerVisit * count, currency) };
}

export function toPlanSummary(view: PlanSummary): z.output<typeof planSummary> {
  const { timeZone: zone } = view;
  return {
    id: view.id,
    number: view.number,
    clinic: view.clinicId,
    timeZone: zone,
    status: view.status,
    paymentStatus: view.paymentStatus,
    frequency: view.frequency,
    months: view.months,
    startDate: view.startDate,
    service: view.service,
    doctor: view.doctor,
    patient: view.person,
    nextVisitAt: instant(view.nextVisitAt, zone),
    visitCounts: view.visitCounts,
    ...toSums(view),
    createdAt: instant(view.createdAt, zone),
  };
}

export function toPlanAnswer(view: PlanView): z.output<typeof plan> {
  return {
    ...toPlanSummary(view),
    version: view.version,
    anotherDoctorAllowed: view.anotherDoctorAllowed,
    time: view.preferredTime,
    cancelNoticeHours: view.cancelNoticeHours,
    contact: view.contact,
    visits: view.visits.map((one) => toVisit(one, view.timeZone)),
    actions: view.actions,
  };
}
