import "server-only";
import { z } from "zod";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type RefusalCode, refusal } from "#lib/scheduling/refusal.ts";
import { rescheduleAppointment } from "#lib/scheduling/server/appointments/reschedule-appointment.ts";
import { cancelPlan } from "#lib/scheduling/server/plans/cancel-plan.ts";
import { cancelVisit } from "#lib/scheduling/server/plans/cancel-visit.ts";
import { findPlan } from "#lib/scheduling/server/plans/find-plan.ts";
import { pausePlan } from "#lib/scheduling/server/plans/pause-plan.ts";
import { resumePlan } from "#lib/scheduling/server/plans/resume-plan.ts";
import { skipVisit } from "#lib/scheduling/server/plans/skip-visit.ts";
import { idField, instantField, textField, version } from "../fields.ts";
import { type plan, toPlanAnswer } from "../resources/plan.ts";

// What the owner of a plan does with it, by an account or by a mailed link.

/** Somebody, and the plan that they may or may not act on: its commands decide. */
export interface PlanHolder {
  actor: Actor | GuestActor;
  id: string;
}

export type PlanAnswer = z.output<typeof plan>;

const planCommands = { pause: pausePlan, resume: resumePlan, cancel: cancelPlan };
const visitCommands = { cancel: cancelVisit, skip: skipVisit };
export type PlanAct = keyof typeof planCommands;
export type VisitAct = keyof typeof visitCommands;

export const planStepTexts: Record<PlanAct, { summary: string; description: string }> = {
  pause: {
    summary: "Frees the visits ahead until the plan goes on",
    description: "Patients keep those that are past their deadline.",
  },
  resume: {
    summary: "Plans the visits again that a pause freed",
    description: "What went by meanwhile is skipped.",
  },
  cancel: {
    summary: "Ends a plan for good and calls its visits ahead off",
    description: "Patients keep those that are past their deadline.",
  },
};

export const visitStepTexts: Record<VisitAct, { summary: string; description: string }> = {
  cancel: {
    summary: "Calls one visit off",
    description: "Patients may until its deadline, staff later with a reason.",
  },
  skip: {
    summary: "Leaves one visit out",
    description: "As by cancelling it, its place is free for others; also for a visit that has no place.",
  },
};

export const planStepRefusals = ["ILLEGAL_TRANSITION", "VERSION_CONFLICT", "BOOKING_DISABLED"] as const;
export const visitStepRefusals = ["ILLEGAL_TRANSITION", "TOO_LATE_TO_CANCEL", "VERSION_CONFLICT"] as const;
export const moveRefusals: readonly RefusalCode[] = [
  ...(["SLOT_FULL", "DAY_FULL", "DOCTOR_BUSY", "SAME_PATIENT", "NOT_OFFERED", "PAST", "BEYOND_HORIZON"] as const),
  ...(["TOO_SHORT_NOTICE", "CLOSED", "OUTSIDE_HOURS", "BOOKING_DISABLED"] as const),
  ...visitStepRefusals,
];

export const sequenceField = z
  .string()
  .regex(/^[1-9]\d{0,2}$/, "number")
  .transform(Number)
  .meta({ override: { type: "integer", minimum: 1 } });

export const planStepBody = z.strictObject({ reason: textField(500).optional(), version });
export const visitStepBody = z.strictObject({ reason: textField(500).optional() });
export const moveBody = z.strictObject({
  startsAt: instantField,
  doctor: z
    .union([z.literal("any"), idField])
    .optional()
    .meta({ description: "Left out: the same doctor" }),
  reason: textField(500).optional(),
});

export async function readPlan({ actor, id }: PlanHolder): Promise<Result<PlanAnswer>> {
  const found = await findPlan(actor, { id });
  return found.ok ? ok(toPlanAnswer(found.value)) : found;
}

/** The plan as it stands once what was done to it is done. */
export async function thenPlan(holder: PlanHolder, done: Result<unknown>): Promise<Result<PlanAnswer>> {
  return done.ok ? readPlan(holder) : done;
}

export async function takePlanStep(
  act: PlanAct,
  holder: PlanHolder,
  body: z.output<typeof planStepBody>,
): Promise<Result<PlanAnswer>> {
  return thenPlan(holder, await planCommands[act](holder.actor, { id: holder.id, ...body }));
}

export async function takeVisitStep(
  act: VisitAct,
  holder: PlanHolder,
  sequence: number,
  body: z.output<typeof visitStepBody>,
): Promise<Result<PlanAnswer>> {
  return thenPlan(holder, await visitCommands[act](holder.actor, { id: holder.id, sequence, ...body }));
}

export async function moveVisit(
  holder: PlanHolder,
  sequence: number,
  { startsAt, doctor, reason }: z.output<typeof moveBody>,
): Promise<Result<PlanAnswer>> {
  const { actor, id } = holder;
  const found = await findPlan(actor, { id });
  if (!found.ok) return found;
  const visit = found.value.visits.find((one) => one.sequence === sequence);
  if (!visit) return refuse(refusal("NOT_FOUND"));
  const { appointment, status } = visit;
  if (!appointment || status !== "scheduled") {
    return refuse(refusal("ILLEGAL_TRANSITION", { from: status, to: "scheduled" }));
  }
  const wish = { id: appointment.id, startsAt, doctorId: doctor, reason };
  return thenPlan(holder, await rescheduleAppointment(actor, wish));
}
