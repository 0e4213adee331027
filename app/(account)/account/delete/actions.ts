"use server";

import { redirect } from "next/navigation";
import { eraseAccount } from "#lib/accounts/server/erase-account.ts";
import { erasedWords } from "#lib/accounts/server/erased-words.ts";
import { endSession } from "#lib/auth/browser-session.ts";
import { requireActor } from "#lib/auth/session.ts";
import type { FormState } from "#lib/form-state.ts";
import { homeClinic } from "#lib/scheduling/server/clinic/clinics.ts";
import { answerRefusal } from "../../_parts/answer-refusal.ts";

export async function deleteAccount(previous: FormState, form: FormData): Promise<FormState> {
  const actor = await requireActor("/account/delete");
  const words = await erasedWords((await homeClinic())?.locale);
  const erased = await eraseAccount(actor, Object.fromEntries(form), words);
  if (!erased.ok) return answerRefusal(previous, form, erased.refusal);
  await endSession();
  redirect("/sign-in?ended=deleted");
}
