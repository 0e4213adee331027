"use server";

import { getLocale } from "next-intl/server";
import { acceptInvitation } from "#lib/accounts/server/accept-invitation.ts";
import { currentActor } from "#lib/auth/session.ts";
import type { FormState } from "#lib/form-state.ts";
import { answerRefusal } from "../_parts/answer-refusal.ts";
import { enter } from "../_parts/enter.ts";
import { dropLinkToken, readLinkToken } from "../_parts/link-cookie.ts";

/** Takes the roles that the link offers and goes to work. */
export async function accept(previous: FormState, form: FormData): Promise<FormState> {
  const [token, actor, locale] = await Promise.all([readLinkToken(), currentActor(), getLocale()]);
  const given = { name: form.get("name") ?? undefined, password: form.get("password") ?? undefined };
  const result = await acceptInvitation(token ?? "", given, actor, locale);
  if (!result.ok) return answerRefusal(previous, form, result.refusal);
  await dropLinkToken("invitation");
  return enter(result.value, null);
}
