"use server";

import { saveWeeklyHours } from "#app/_desk/save-weekly-hours.ts";
import { adminClinic } from "#app/admin/_shell/admin-clinic.ts";
import type { FormState } from "#lib/form-state.ts";

export async function saveDoctorHours(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  return saveWeeklyHours({ actor, clinic, doctorId: form.get("doctorId") }, previous, form);
}
