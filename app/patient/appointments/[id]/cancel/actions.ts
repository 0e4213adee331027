"use server";

import { redirect } from "next/navigation";
import { requireActor } from "#lib/auth/session.ts";
import type { FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { currentClinic } from "../../../../_shell/current-clinic.ts";

export async function cancel(previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const result = await cancelAppointment(actor, Object.fromEntries(form));
  if (!result.ok) return answerRefusal(previous, form, result.refusal, await currentClinic());
  redirect(`/patient/appointments/${result.value.id}?done=cancelled`);
}
