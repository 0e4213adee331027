"use server";

import { moveAppointment } from "#app/_desk/move-appointment.ts";
import type { DeskState } from "#components/scheduling/desk-state.ts";
import { requireRole } from "#lib/auth/session.ts";

export async function moveOwnAppointment(previous: DeskState, form: FormData): Promise<DeskState> {
  return moveAppointment(await requireRole("doctor"), previous, form);
}
