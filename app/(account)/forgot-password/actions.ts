"use server";

import { getTranslations } from "next-intl/server";
import { requestPasswordReset } from "#lib/accounts/server/request-password-reset.ts";
import { currentVisitor } from "#lib/auth/visitor.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "../_parts/answer-refusal.ts";

export async function sendResetLink(previous: FormState, form: FormData): Promise<FormState> {
  const result = await requestPasswordReset(await currentVisitor(), { email: form.get("email") });
  if (!result.ok) return answerRefusal(previous, form, result.refusal);
  return answerForm(previous, form, { message: (await getTranslations("account.forgot"))("sent") });
}
