"use server";

import type { FormState } from "#lib/form-state.ts";
import { type PlanHolder, takePlanStep, takeVisitMove, takeVisitStep } from "../../_plan/take-step.ts";
import { linkedPlan } from "./linked-plan.ts";

// Done with the plan that the mailed link opened, whatever plan the form might name.

export async function pauseByLink(previous: FormState, form: FormData): Promise<FormState> {
  return takePlanStep("pause", await holder(), previous, form);
}

export async function resumeByLink(previous: FormState, form: FormData): Promise<FormState> {
  return takePlanStep("resume", await holder(), previous, form);
}

export async function cancelPlanByLink(previous: FormState, form: FormData): Promise<FormState> {
  return takePlanStep("cancel", await holder(), previous, form);
}

export async function cancelVisitByLink(previous: FormState, form: FormData): Promise<FormState> {
  return takeVisitStep("cancel", await holder(), previous, form);
}

export async function skipVisitByLink(previous: FormState, form: FormData): Promise<FormState> {
  return takeVisitStep("skip", await holder(), previous, form);
}

export async function moveVisitByLink(previous: FormState, form: FormData): Promise<FormState> {
  return takeVisitMove(await holder(), previous, form);
}

async function holder(): Promise<PlanHolder | null> {
  const linked = await linkedPlan();
  return linked && { actor: linked.guest, id: linked.plan.id, home: "/plan" };
}
