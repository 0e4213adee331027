"use server";

import { redirect } from "next/navigation";
import type { FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { acceptReplacement, declineReplacement } from "#lib/scheduling/server/appointments/answer-replacement.ts";
import { currentClinic } from "../../../_shell/current-clinic.ts";
import { linkedAppointment } from "../linked-appointment.ts";

// Answered for what the mailed link opened, and nothing that the form might name: the command compares the two.

export async function takeByLink(previous: FormState, form: FormData): Promise<FormState> {
  const linked = await linkedAppointment();
  const result = linked ? await acceptReplacement(linked.guest, { id: form.get("id") }) : null;
  if (!result?.ok) {
    return answerRefusal(previous, form, result?.refusal ?? refusal("NOT_FOUND"), await currentClinic());
  }
  redirect("/appointment?done=replaced");
}

export async function leaveByLink(form: FormData): Promise<void> {
  const linked = await linkedAppointment();
  const result = linked ? await declineReplacement(linked.guest, { id: form.get("id") }) : null;
  redirect(`/appointment?done=${result?.ok ? "kept" : "gone"}`);
}
