"use server";

import { takeStep } from "#app/_desk/take-step.ts";
import { takeSteps } from "#app/_desk/take-steps.ts";
import type { BulkState } from "#components/scheduling/bulk-state.ts";
import type { DeskState } from "#components/scheduling/desk-state.ts";
import { requireRole } from "#lib/auth/session.ts";

export async function takeAnyStep(previous: DeskState, form: FormData): Promise<DeskState> {
  return takeStep(await requireRole("staff"), previous, form);
}

export async function takeAnySteps(previous: BulkState, form: FormData): Promise<BulkState> {
  return takeSteps(await requireRole("staff"), previous, form);
}
