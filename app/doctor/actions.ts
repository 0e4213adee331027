"use server";

import { isPlanStep } from "#app/_desk/plan-steps.ts";
import { takePlanStep } from "#app/_desk/take-plan-step.ts";
import { takeStep } from "#app/_desk/take-step.ts";
import { takeSteps } from "#app/_desk/take-steps.ts";
import type { BulkState } from "#components/scheduling/bulk-state.ts";
import type { DeskState } from "#components/scheduling/desk-state.ts";
import { requireRole } from "#lib/auth/session.ts";

export async function takeOwnStep(previous: DeskState, form: FormData): Promise<DeskState> {
  const actor = await requireRole("doctor");
  return isPlanStep(form.get("to")) ? takePlanStep(actor, previous, form) : takeStep(actor, previous, form);
}

export async function takeOwnSteps(previous: BulkState, form: FormData): Promise<BulkState> {
  return takeSteps(await requireRole("doctor"), previous, form);
}
