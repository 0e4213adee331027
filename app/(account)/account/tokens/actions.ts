"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { createApiToken } from "#lib/accounts/server/create-api-token.ts";
import { revokeApiToken } from "#lib/accounts/server/revoke-api-token.ts";
import { requireActor } from "#lib/auth/session.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "../../_parts/answer-refusal.ts";

const page = "/account/tokens";

/** The form's answer is the only place that ever shows the token. */
export async function makeToken(previous: FormState, form: FormData): Promise<FormState> {
  const result = await createApiToken(await requireActor(page), Object.fromEntries(form));
  if (!result.ok) return answerRefusal(previous, form, result.refusal);
  revalidatePath(page);
  const t = await getTranslations("account.tokens");
  return answerForm(previous, form, { values: { made: result.value.token }, message: t("ready") });
}

export async function endToken(previous: FormState, form: FormData): Promise<FormState> {
  const result = await revokeApiToken(await requireActor(page), { id: form.get("id") });
  // One that was not there any more has ended as well: it was pressed twice, or on an older page.
  if (result.ok || result.refusal.code === "NOT_FOUND") redirect(`${page}?ended=1`);
  return answerRefusal(previous, form, result.refusal);
}
