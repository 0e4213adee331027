"use server";

import { redirect } from "next/navigation";
import { requireRole } from "#lib/auth/session.ts";
import { acceptReplacement, declineReplacement } from "#lib/scheduling/server/appointments/answer-replacement.ts";
import { offerReplacement } from "#lib/scheduling/server/appointments/offer-replacement.ts";
import { readProposal } from "./proposal.ts";

/** Holds the proposed time that was pressed and offers it to the patient. */
export async function offerAnother(form: FormData): Promise<void> {
  const actor = await requireRole("staff");
  const appointmentId = String(form.get("appointmentId"));
  const result = await offerReplacement(actor, { appointmentId, ...readProposal(form.get("offer")) });
  const done = result.ok ? (result.value.isTold ? "offered" : "offered_untold") : result.refusal.code;
  redirect(`/staff/stranded?done=${done}&of=${encodeURIComponent(appointmentId)}`);
}

/** Moves the appointment there: the patient said so on the phone. */
export async function takeForPatient(form: FormData): Promise<void> {
  const actor = await requireRole("staff");
  const result = await acceptReplacement(actor, { id: form.get("id") });
  redirect(`/staff/stranded?done=${result.ok ? "taken" : result.refusal.code}`);
}

/** Gives the place back that was offered. */
export async function withdrawOffer(form: FormData): Promise<void> {
  const actor = await requireRole("staff");
  const result = await declineReplacement(actor, { id: form.get("id") });
  redirect(`/staff/stranded?done=${result.ok ? "withdrawn" : result.refusal.code}`);
}
