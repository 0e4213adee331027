"use server";

import { getTranslations } from "next-intl/server";
import { changePassword } from "#lib/accounts/server/change-password.ts";
import { updateProfile } from "#lib/accounts/server/update-profile.ts";
import { startSession } from "#lib/auth/browser-session.ts";
import { requireActor } from "#lib/auth/session.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "../_parts/answer-refusal.ts";

export async function saveProfile(previous: FormState, form: FormData): Promise<FormState> {
  const result = await updateProfile(await requireActor("/account"), Object.fromEntries(form));
  if (!result.ok) return answerRefusal(previous, form, result.refusal);
  return answerForm(previous, form, { message: (await getTranslations("account.own"))("saved") });
}

export async function replacePassword(previous: FormState, form: FormData): Promise<FormState> {
  const result = await changePassword(await requireActor("/account"), Object.fromEntries(form));
  if (!result.ok) return answerRefusal(previous, form, result.refusal);
  // Every session has ended, this one too; whoever knew both passwords may stay.
  await startSession(result.value);
  return answerForm(previous, form, { message: (await getTranslations("account.own"))("passwordSaved") });
}
