"use server";

import { redirect } from "next/navigation";
import { requireActor } from "#lib/auth/session.ts";
import { databaseClock } from "#lib/clock.ts";
import type { FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { linkPlan } from "#lib/scheduling/server/plans/link-plans.ts";
import { type PlanHolder, takePlanStep, takeVisitMove, takeVisitStep } from "../../_plan/take-step.ts";
import { currentClinic } from "../../_shell/current-clinic.ts";
import { ownPlan, ownPlanHrefs } from "./own-plan.ts";

export async function pauseOwn(previous: FormState, form: FormData): Promise<FormState> {
  return takePlanStep("pause", await holder(form.get("id")), previous, form);
}

export async function resumeOwn(previous: FormState, form: FormData): Promise<FormState> {
  return takePlanStep("resume", await holder(form.get("id")), previous, form);
}

export async function cancelOwnPlan(previous: FormState, form: FormData): Promise<FormState> {
  return takePlanStep("cancel", await holder(form.get("id")), previous, form);
}

export async function cancelOwnVisit(previous: FormState, form: FormData): Promise<FormState> {
  return takeVisitStep("cancel", await holder(form.get("id")), previous, form);
}

export async function skipOwnVisit(previous: FormState, form: FormData): Promise<FormState> {
  return takeVisitStep("skip", await holder(form.get("id")), previous, form);
}

/** The form for another time is that of every appointment: it names the visit's, and that knows its plan. */
export async function moveOwnVisit(previous: FormState, form: FormData): Promise<FormState> {
  const id = String(form.get("id") ?? "");
  const appointment = await findAppointment(await requireActor(), id, databaseClock, "patient");
  return takeVisitMove(await holder(appointment?.plan?.id), previous, form);
}

/** Adds a plan that was bought with the reader's own address to their account. */
export async function addToAccount(previous: FormState, form: FormData): Promise<FormState> {
  const id = String(form.get("id") ?? "");
  const result = await linkPlan(await requireActor(), { id });
  if (!result.ok) return answerRefusal(previous, form, result.refusal, await currentClinic());
  redirect(`${ownPlanHrefs(id).home}?done=linked`);
}

async function holder(id: unknown): Promise<PlanHolder | null> {
  const own = await ownPlan(String(id ?? ""));
  return own && { actor: own.actor, id: own.plan.id, home: ownPlanHrefs(own.plan.id).home };
}
