"use server";

import { saveRemarks } from "#app/_desk/save-remarks.ts";
import type { FormState } from "#lib/form-state.ts";
import { doctorClinic } from "../../_shell/doctor-clinic.ts";

export async function saveOwnRemarks(previous: FormState, form: FormData): Promise<FormState> {
  return saveRemarks(await doctorClinic(), previous, form);
}
