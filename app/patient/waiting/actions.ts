"use server";

import { redirect } from "next/navigation";
import { requireActor } from "#lib/auth/session.ts";
import type { FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { answersIn } from "#lib/scheduling/questions.ts";
import { acceptOffer } from "#lib/scheduling/server/waitlist/accept-offer.ts";
import { declineOffer } from "#lib/scheduling/server/waitlist/decline-offer.ts";
import { leaveWaitlist } from "#lib/scheduling/server/waitlist/leave-waitlist.ts";
import { currentClinic } from "../../_shell/current-clinic.ts";

export async function acceptPlace(previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor();
  const result = await acceptOffer(actor, { id: form.get("id"), answers: answersIn(form) });
  if (!result.ok) return answerRefusal(previous, form, result.refusal, await currentClinic());
  redirect(`/book/done/${result.value.id}`);
}

export async function declinePlace(form: FormData): Promise<void> {
  const result = await declineOffer(await requireActor(), { id: form.get("id") });
  redirect(`/patient/waiting?done=${result.ok ? "declined" : "gone"}`);
}

export async function stopWaiting(form: FormData): Promise<void> {
  const result = await leaveWaitlist(await requireActor(), { id: form.get("id") });
  redirect(`/patient/waiting?done=${result.ok ? "left" : "gone"}`);
}
