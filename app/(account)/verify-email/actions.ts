"use server";

import { getTranslations } from "next-intl/server";
import { resendVerification } from "#lib/accounts/server/resend-verification.ts";
import { verifyEmail } from "#lib/accounts/server/verify-email.ts";
import { currentVisitor } from "#lib/auth/visitor.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "../_parts/answer-refusal.ts";
import { enter } from "../_parts/enter.ts";
import { dropLinkToken, readLinkToken } from "../_parts/link-cookie.ts";
import { takeReturnPath } from "../_parts/return-cookie.ts";

export async function confirmEmail(previous: FormState, form: FormData): Promise<FormState> {
  const result = await verifyEmail((await readLinkToken()) ?? "", { password: form.get("password") });
  if (!result.ok) return answerRefusal(previous, form, result.refusal);
  await dropLinkToken("verify-email");
  return enter(result.value, await takeReturnPath());
}

export async function sendAnotherLink(previous: FormState, form: FormData): Promise<FormState> {
  const result = await resendVerification(await currentVisitor(), { email: form.get("email") });
  if (!result.ok) return answerRefusal(previous, form, result.refusal);
  return answerForm(previous, form, { message: (await getTranslations("account.verify"))("sentAgain") });
}
