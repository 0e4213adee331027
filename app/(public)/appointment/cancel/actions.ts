"use server";

import { redirect } from "next/navigation";
import type { FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { currentClinic } from "../../../_shell/current-clinic.ts";
import { linkedAppointment } from "../linked-appointment.ts";

/** Cancels what the mailed link opened, and nothing that the form might name. */
export async function cancelByLink(previous: FormState, form: FormData): Promise<FormState> {
  const clinic = await currentClinic();
  const linked = await linkedAppointment();
  if (!linked) return answerRefusal(previous, form, refusal("NOT_FOUND"), clinic);
  const { id } = linked.appointment;
  const asked = { id, version: form.get("version"), reason: form.get("reason") };
  const result = await cancelAppointment(linked.guest, asked);
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  redirect("/appointment?done=cancelled");
}
