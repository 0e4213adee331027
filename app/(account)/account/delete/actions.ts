"use server";

import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { eraseAccount } from "#lib/accounts/server/erase-account.ts";
import { endSession } from "#lib/auth/browser-session.ts";
import { requireActor } from "#lib/auth/session.ts";
import type { FormState } from "#lib/form-state.ts";
import { answerRefusal } from "../../_parts/answer-refusal.ts";

export async function deleteAccount(previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor("/account/delete");
  const t = await getTranslations("account.delete");
  const words = { name: t("formerName"), reason: t("reason") };
  const erased = await eraseAccount(actor, Object.fromEntries(form), words);
  if (!erased.ok) return answerRefusal(previous, form, erased.refusal);
  await endSession();
  redirect("/sign-in?ended=deleted");
}
