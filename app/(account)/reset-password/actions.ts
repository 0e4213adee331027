"use server";

import { resetPassword } from "#lib/accounts/server/reset-password.ts";
import type { FormState } from "#lib/form-state.ts";
import { answerRefusal } from "../_parts/answer-refusal.ts";
import { enter } from "../_parts/enter.ts";
import { dropLinkToken, readLinkToken } from "../_parts/link-cookie.ts";

export async function chooseNewPassword(previous: FormState, form: FormData): Promise<FormState> {
  const result = await resetPassword((await readLinkToken()) ?? "", { password: form.get("password") });
  if (!result.ok) return answerRefusal(previous, form, result.refusal);
  await dropLinkToken("reset-password");
  return enter(result.value, null);
}
