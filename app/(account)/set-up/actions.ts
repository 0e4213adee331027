"use server";

import { pageLanguage } from "#app/page-language.ts";
import { createFirstAdmin } from "#lib/accounts/server/first-admin.ts";
import type { FormState } from "#lib/form-state.ts";
import { answerRefusal } from "../_parts/answer-refusal.ts";
import { enter } from "../_parts/enter.ts";
import { dropLinkToken, readLinkToken } from "../_parts/link-cookie.ts";

export async function setUp(previous: FormState, form: FormData): Promise<FormState> {
  const result = await createFirstAdmin((await readLinkToken()) ?? "", Object.fromEntries(form), await pageLanguage());
  if (!result.ok) return answerRefusal(previous, form, result.refusal);
  await dropLinkToken("set-up");
  return enter(result.value, null);
}
