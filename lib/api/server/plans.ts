import "server-only";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { openLinks } from "#lib/notifications/letters/open-links.ts";
import { ok, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { createPlan } from "#lib/scheduling/server/plans/create-plan.ts";
import { myPlans } from "#lib/scheduling/server/plans/my-plans.ts";
import { placeVisit } from "#lib/scheduling/server/plans/place-visit.ts";
import { placeVisits } from "#lib/scheduling/server/plans/place-visits.ts";
import { previewPlan } from "#lib/scheduling/server/plans/preview-plan.ts";
import { searchPlans } from "#lib/scheduling/server/plans/search-plans.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { exampleDay, exampleIds, exampleVisitStart } from "../examples.ts";
import { idField, instantField, listOf, pageFields, refField, textField } from "../fields.ts";
import {
  createdPlan,
  plan,
  planPreview,
  planSummary,
  toCreatedPlan,
  toPlanPreview,
  toPlanSummary,
} from "../resources/plan.ts";
import { endpoint } from "./call.ts";
import {
  moveBody,
  moveRefusals,
  moveVisit,
  type PlanAct,
  planStepBody,
  planStepRefusals,
  planStepTexts,
  readPlan,
  sequenceField,
  takePlanStep,
  takeVisitStep,
  thenPlan,
  type VisitAct,
  visitStepBody,
  visitStepRefusals,
  visitStepTexts,
} from "./plan-steps.ts";
import { commandKey, contactField, namedWish, wishFields } from "./plan-wish.ts";

const tag = "Care plans";
const byId = z.strictObject({ id: idField });
const byVisit = z.strictObject({ id: idField, sequence: sequenceField });

const exampleWish = {
  ...{ clinic: "northgate", service: "blood-test", frequency: "monthly", months: 3 },
  ...{ startDate: exampleDay, time: "09:30" },
};

export const previewPlanEndpoint = endpoint({
  id: "previewPlan",
  method: "POST",
  path: "/subscriptions/preview",
  tag,
  summary: "Shows every visit of a plan before it is made",
  description: "Each with its place, or with the reason why it stands elsewhere or nowhere. Nothing is written.",
  audience: "anybody",
  body: z.strictObject(wishFields),
  status: 200,
  answer: planPreview,
  refusals: ["NOT_FOUND", "NOT_OFFERED", "FORBIDDEN"],
  example: { as: "visitor", body: exampleWish },
  handle: async ({ actor, body, clinic }) => {
    const wish = await namedWish(clinic, body);
    if (!wish.ok) return wish;
    const shown = await previewPlan(actor, wish.value);
    return shown.ok ? ok(toPlanPreview(shown.value)) : shown;
  },
});

export const createPlanEndpoint = endpoint({
  id: "createPlan",
  method: "POST",
  path: "/subscriptions",
  tag,
  summary: "Makes a care plan with all its visits",
  description:
    "All in one step. A visit whose place was taken since the preview is planned again, one that finds none stays to be placed later; where none does, the plan is refused. Guests say how to reach them, and are written to in the language that `Accept-Language` likes best; staff make plans for a patient's account or for somebody without one.",
  audience: "anybody",
  body: z.strictObject({
    ...wishFields,
    contact: contactField.optional().meta({ description: "Of somebody without an account" }),
    patient: idField.optional().meta({ description: "Staff: for whom" }),
  }),
  status: 201,
  answer: createdPlan,
  creates: "itself",
  refusals: ["NOT_FOUND", "NOT_OFFERED", "FORBIDDEN", "BOOKING_DISABLED"],
  example: {
    as: "visitor",
    body: { ...exampleWish, contact: { name: "Robin Marsh", email: "robin.marsh@example.test" } },
  },
  handle: async ({ actor, body, clinic, key }) => {
    const wish = await namedWish(clinic, body);
    if (!wish.ok) return wish;
    const { contact, patient: patientId } = body;
    const made = await createPlan(actor, { ...wish.value, contact, patientId, key: commandKey(key) });
    if (!made.ok) return made;
    const { token } = made.value;
    return ok(toCreatedPlan(made.value, token && env().siteUrl + openLinks.plan(token)));
  },
});

export const listPlansEndpoint = endpoint({
  id: "listPlans",
  method: "GET",
  path: "/subscriptions",
  tag,
  summary: "Lists care plans, the newest first",
  description: "One's own; with a clinic, all of that clinic's, for staff.",
  audience: "signed in",
  query: z.strictObject({
    clinic: refField.optional().meta({ description: "Staff: everybody's there" }),
    search: textField(120).optional().meta({ description: "With a clinic: a part of number, name or e-mail address" }),
    status: z.enum(["active", "paused", "cancelled", "completed"], "choose").optional(),
    ...pageFields,
  }),
  status: 200,
  answer: listOf(planSummary),
  refusals: ["NOT_FOUND"],
  example: { as: "patient" },
  handle: async ({ actor, query, clinic }) => {
    const { limit = 50, cursor, search, status } = query;
    const after = cursor === undefined ? undefined : readCursor(cursor);
    if (after === null) return refuse({ ...refusal("VALIDATION"), errors: [{ path: "cursor", message: "cursor" }] });
    if (query.clinic === undefined) {
      const own = (await myPlans(actor)).filter(
        (one) => (status === undefined || one.status === status) && (after === undefined || one.id < after.id),
      );
      return ok(pageOf(own.slice(0, limit), own.length > limit));
    }
    const at = await clinic(query.clinic);
    if (!at.ok) return at;
    const found = await searchPlans(actor, { clinicId: at.value.id, query: search, status, before: after?.id, limit });
    return found.ok ? ok(pageOf(found.value.plans, found.value.nextBefore !== null)) : found;
  },
});

function pageOf(plans: Parameters<typeof toPlanSummary>[0][], hasMore: boolean) {
  const last = plans.at(-1);
  return {
    data: plans.map(toPlanSummary),
    nextCursor: hasMore && last ? writeCursor({ at: last.createdAt, id: last.id }) : null,
  };
}

export const getPlanEndpoint = endpoint({
  id: "getPlan",
  method: "GET",
  path: "/subscriptions/{id}",
  tag,
  summary: "Reads a care plan with its visits",
  audience: "signed in",
  params: byId,
  status: 200,
  answer: plan,
  example: { as: "patient", params: { id: exampleIds.plan } },
  handle: ({ actor, params }) => readPlan({ actor, ...params }),
});

function planStep(act: PlanAct) {
  return endpoint({
    id: `${act}Plan`,
    method: "POST",
    path: `/subscriptions/{id}/${act}`,
    tag,
    ...planStepTexts[act],
    audience: "signed in",
    params: byId,
    body: planStepBody,
    status: 200,
    answer: plan,
    refusals: planStepRefusals,
    example: {
      as: "patient",
      params: { id: act === "resume" ? exampleIds.pausedPlan : exampleIds.plan },
      body: { reason: "Away for the summer" },
    },
    handle: ({ actor, params, body }) => takePlanStep(act, { actor, ...params }, body),
  });
}

export const pausePlanEndpoint = planStep("pause");
export const resumePlanEndpoint = planStep("resume");
export const cancelPlanEndpoint = planStep("cancel");

export const placeVisitsEndpoint = endpoint({
  id: "placeVisits",
  method: "POST",
  path: "/subscriptions/{id}/place",
  tag,
  summary: "Looks for a place for every visit that has none",
  description: "For staff. What finds none stays as it is, with its reason of today.",
  audience: "signed in",
  params: byId,
  status: 200,
  answer: plan,
  refusals: ["ILLEGAL_TRANSITION", "NOT_OFFERED", "BOOKING_DISABLED"],
  example: { as: "staff", params: { id: exampleIds.plan } },
  handle: async ({ actor, params }) => thenPlan({ actor, ...params }, await placeVisits(actor, params)),
});

function visitStep(act: VisitAct) {
  return endpoint({
    id: `${act}Visit`,
    method: "POST",
    path: `/subscriptions/{id}/visits/{sequence}/${act}`,
    tag,
    ...visitStepTexts[act],
    audience: "signed in",
    params: byVisit,
    body: visitStepBody,
    status: 200,
    answer: plan,
    refusals: visitStepRefusals,
    example: { as: "patient", params: { id: exampleIds.plan, sequence: 1 }, body: { reason: "Away that week" } },
    handle: ({ actor, params: { id, sequence }, body }) => takeVisitStep(act, { actor, id }, sequence, body),
  });
}

export const cancelVisitEndpoint = visitStep("cancel");
export const skipVisitEndpoint = visitStep("skip");

export const moveVisitEndpoint = endpoint({
  id: "rescheduleVisit",
  method: "POST",
  path: "/subscriptions/{id}/visits/{sequence}/reschedule",
  tag,
  summary: "Gives one visit another time",
  description: "As an appointment is moved: it keeps its old place until it has the new one.",
  audience: "signed in",
  params: byVisit,
  body: moveBody,
  status: 200,
  answer: plan,
  refusals: moveRefusals,
  example: {
    as: "patient",
    params: { id: exampleIds.plan, sequence: 1 },
    body: { startsAt: exampleVisitStart, doctor: "any" },
  },
  handle: ({ actor, params: { id, sequence }, body }) => moveVisit({ actor, id }, sequence, body),
});

export const placeVisitEndpoint = endpoint({
  id: "placeVisit",
  method: "POST",
  path: "/subscriptions/{id}/visits/{sequence}/place",
  tag,
  summary: "Finds a visit without a place one",
  description:
    "For staff. As the planner would, or on any day at the time and with the doctor that are named: refused with alternatives where those cannot be had.",
  audience: "signed in",
  params: byVisit,
  body: z.strictObject({ startsAt: instantField.optional(), doctor: idField.optional() }),
  status: 200,
  answer: plan,
  refusals: ["ILLEGAL_TRANSITION", "SLOT_FULL", "NOT_OFFERED", "BOOKING_DISABLED"],
  example: { as: "staff", params: { id: exampleIds.planWithGap, sequence: 1 }, body: {} },
  handle: async ({ actor, params, body: { startsAt, doctor } }) =>
    thenPlan({ actor, id: params.id }, await placeVisit(actor, { ...params, startsAt, doctorId: doctor })),
});

export const planEndpoints = [
  previewPlanEndpoint,
  createPlanEndpoint,
  listPlansEndpoint,
  getPlanEndpoint,
  pausePlanEndpoint,
  resumePlanEndpoint,
  cancelPlanEndpoint,
  placeVisitsEndpoint,
  cancelVisitEndpoint,
  skipVisitEndpoint,
  moveVisitEndpoint,
  placeVisitEndpoint,
];
