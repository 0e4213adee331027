"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerRefusal as answerInvalid } from "#app/(account)/_parts/answer-refusal.ts";
import { resendInvitation, revokeInvitation } from "#lib/accounts/server/change-invitation.ts";
import { invitePerson } from "#lib/accounts/server/invite-person.ts";
import { env } from "#lib/env.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";

export async function invite(previous: FormState, form: FormData): Promise<FormState> {
  const [{ actor, clinic }, t] = await Promise.all([adminClinic(), getTranslations("people.invite")]);
  const email = String(form.get("email") ?? "");
  const result = await invitePerson(actor, { clinicId: clinic.id, email, roles: form.getAll("roles") });
  if (!result.ok) {
    if (result.refusal.code === "VALIDATION") return answerInvalid(previous, form, result.refusal);
    return refused(previous, form, result.refusal, clinic);
  }
  revalidatePath("/admin", "layout");
  return answerForm(previous, form, { message: t(env().mail ? "sent" : "kept", { email: email.trim() }), values: {} });
}

/** Sends an open invitation again or withdraws it; the pressed button says which: `resend <id>`. */
export async function changeInvitation(previous: FormState, form: FormData): Promise<FormState> {
  const [{ actor, clinic }, t] = await Promise.all([adminClinic(), getTranslations("people.invitations")]);
  const [act, id] = String(form.get("change")).split(" ");
  const isRevoked = act === "revoke";
  const command = isRevoked ? revokeInvitation : resendInvitation;
  const result = await command(actor, { id });
  if (!result.ok) {
    const { code } = result.refusal;
    if (code === "NOT_FOUND") return answerForm(previous, form, { refusal: { code, title: t("gone") } });
    return refused(previous, form, result.refusal, clinic);
  }
  revalidatePath("/admin", "layout");
  return answerForm(previous, form, { message: t(isRevoked ? "revoked" : "resent", result.value), values: {} });
}

async function refused(previous: FormState, form: FormData, refusal: Refusal, clinic: ClinicView): Promise<FormState> {
  const { code, detail } = refusal;
  if (code !== "RATE_LIMITED") return answerRefusal(previous, form, refusal, clinic);
  const t = await getTranslations("people.tooMany");
  const minutes = Math.ceil(Number(detail.retryAfterSeconds ?? 60) / 60);
  return answerForm(previous, form, { refusal: { code, title: t("title"), message: t("message", { minutes }) } });
}
