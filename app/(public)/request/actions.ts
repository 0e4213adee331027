"use server";

import { redirect } from "next/navigation";
import type { FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import type { Result } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { rejectAppointment } from "#lib/scheduling/server/appointments/reject-appointment.ts";
import { currentClinic } from "../../_shell/current-clinic.ts";
import { type LinkedRequest, linkedRequest } from "./linked-request.ts";

// Both answer what the mailed link opened, and nothing that the form might name.

export async function confirmByLink(previous: FormState, form: FormData): Promise<FormState> {
  return answer(previous, form, ({ doctor, appointment: { id } }) =>
    confirmAppointment(doctor, { id, version: form.get("version") }),
  );
}

export async function declineByLink(previous: FormState, form: FormData): Promise<FormState> {
  return answer(previous, form, ({ doctor, appointment: { id } }) =>
    rejectAppointment(doctor, { id, version: form.get("version"), reason: form.get("reason") }),
  );
}

async function answer(
  previous: FormState,
  form: FormData,
  decide: (linked: LinkedRequest) => Promise<Result<unknown>>,
): Promise<FormState> {
  const linked = await linkedRequest();
  const result = linked && (await decide(linked));
  if (result?.ok) redirect("/request");
  return answerRefusal(previous, form, result?.refusal ?? refusal("NOT_FOUND"), await currentClinic());
}
