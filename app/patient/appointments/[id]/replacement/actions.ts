"use server";

import { redirect } from "next/navigation";
import { requireActor } from "#lib/auth/session.ts";
import type { FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { acceptReplacement, declineReplacement } from "#lib/scheduling/server/appointments/answer-replacement.ts";
import { currentClinic } from "../../../../_shell/current-clinic.ts";

export async function takeReplacement(previous: FormState, form: FormData): Promise<FormState> {
  const result = await acceptReplacement(await requireActor(), { id: form.get("id") });
  if (!result.ok) return answerRefusal(previous, form, result.refusal, await currentClinic());
  redirect(`/patient/appointments/${result.value.id}?done=replaced`);
}

export async function leaveReplacement(form: FormData): Promise<void> {
  const result = await declineReplacement(await requireActor(), { id: form.get("id") });
  redirect(result.ok ? `/patient/appointments/${result.value.replacesId}?done=kept` : "/patient");
}
