"use server";

import { signIn } from "#lib/accounts/server/sign-in.ts";
import { currentVisitor } from "#lib/auth/visitor.ts";
import type { FormState } from "#lib/form-state.ts";
import { answerRefusal } from "../_parts/answer-refusal.ts";
import { enter } from "../_parts/enter.ts";

export async function signInWithPassword(previous: FormState, form: FormData): Promise<FormState> {
  const credentials = { email: form.get("email"), password: form.get("password") };
  const result = await signIn(await currentVisitor(), credentials);
  if (!result.ok) return answerRefusal(previous, form, result.refusal);
  return enter(result.value, form.get("next"));
}
