"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { env } from "#lib/env.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { resendMessage } from "#lib/notifications/server/resend-message.ts";
import { sendTestMail } from "#lib/notifications/server/send-test-mail.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";

const hurdles = ["waiting", "sending", "dropped", "late", "newer", "link"] as const;

export async function resend(previous: FormState, form: FormData): Promise<FormState> {
  const [{ actor, clinic }, t] = await Promise.all([adminClinic(), getTranslations("mailLog.resend")]);
  const result = await resendMessage(actor, { id: String(form.get("id")) });
  if (!result.ok) {
    const hurdle = hurdles.find((name) => name === result.refusal.detail.reason);
    if (!hurdle) return answerRefusal(previous, form, result.refusal, clinic);
    const { code } = result.refusal;
    return answerForm(previous, form, { refusal: { code, title: t("refused"), message: t(`hurdle.${hurdle}`) } });
  }
  revalidatePath("/admin", "layout");
  return answerForm(previous, form, { message: t(env().mail ? "done" : "kept") });
}

export async function testMail(previous: FormState, form: FormData): Promise<FormState> {
  const [{ actor, clinic }, t] = await Promise.all([adminClinic(), getTranslations("mailLog.setup")]);
  const result = await sendTestMail(actor, { clinicId: clinic.id });
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  const { id, outcome, answer, recipient } = result.value;
  const message = t(`result.${outcome}`, { answer, recipient });
  revalidatePath("/admin", "layout");
  if (outcome === "sent" || outcome === "kept") return answerForm(previous, form, { message });
  const next = [{ href: `/admin/mail/${id}`, label: t("open") }];
  return answerForm(previous, form, { refusal: { code: outcome, title: t("failedTitle"), message, next } });
}
