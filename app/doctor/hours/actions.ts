"use server";

import { saveWeeklyHours } from "#app/_desk/save-weekly-hours.ts";
import type { FormState } from "#lib/form-state.ts";
import { doctorClinic } from "../_shell/doctor-clinic.ts";

export async function saveOwnHours(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await doctorClinic();
  return saveWeeklyHours({ actor, clinic, doctorId: actor.doctorId }, previous, form);
}
