"use server";

import { takePlanStep } from "#app/_desk/take-plan-step.ts";
import type { DeskState } from "#components/scheduling/desk-state.ts";
import { requireRole } from "#lib/auth/session.ts";

export async function takeCarePlanStep(previous: DeskState, form: FormData): Promise<DeskState> {
  return takePlanStep(await requireRole("staff"), previous, form);
}
