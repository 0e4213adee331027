"use server";

import { redirect } from "next/navigation";
import { pageLanguage } from "#app/page-language.ts";
import { registerAccount } from "#lib/accounts/server/register-account.ts";
import { safeReturnPath } from "#lib/auth/return-path.ts";
import { currentVisitor } from "#lib/auth/visitor.ts";
import type { FormState } from "#lib/form-state.ts";
import { answerRefusal } from "../_parts/answer-refusal.ts";
import { keepReturnPath } from "../_parts/return-cookie.ts";

export async function register(previous: FormState, form: FormData): Promise<FormState> {
  const result = await registerAccount(await currentVisitor(), Object.fromEntries(form), await pageLanguage());
  if (!result.ok) return answerRefusal(previous, form, result.refusal);
  const returnTo = safeReturnPath(form.get("next"));
  if (returnTo) await keepReturnPath(returnTo);
  redirect("/verify-email?sent=1");
}
