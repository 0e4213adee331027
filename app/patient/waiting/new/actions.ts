"use server";

import { redirect } from "next/navigation";
import { requireActor } from "#lib/auth/session.ts";
import type { FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { joinWaitlist } from "#lib/scheduling/server/waitlist/join-waitlist.ts";
import { currentClinic } from "../../../_shell/current-clinic.ts";

export async function join(previous: FormState, form: FormData): Promise<FormState> {
  const [actor, clinic] = await Promise.all([requireActor(), currentClinic()]);
  const typed = Object.fromEntries(form);
  const daysOfWeek = form.getAll("daysOfWeek");
  const result = await joinWaitlist(actor, { ...typed, clinicId: clinic.id, daysOfWeek });
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  redirect("/patient/waiting?done=joined");
}
