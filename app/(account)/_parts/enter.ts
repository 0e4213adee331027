import "server-only";
import { redirect } from "next/navigation";
import { keepLanguage } from "#app/language-cookie.ts";
import { startSession } from "#lib/auth/browser-session.ts";
import { homePath } from "#lib/auth/home-path.ts";
import { loadActor } from "#lib/auth/load-actor.ts";
import { safeReturnPath } from "#lib/auth/return-path.ts";
import { languageOf } from "#lib/i18n/locales.ts";

/** Signs this browser in, takes over the account's language, and goes to the page that was asked for, or home by role. */
export async function enter(person: { userId: string; sessionEpoch: number }, returnTo: unknown): Promise<never> {
  await startSession(person);
  const actor = await loadActor(person.userId, person.sessionEpoch);
  const language = languageOf(actor?.locale);
  if (language) await keepLanguage(language);
  redirect(safeReturnPath(returnTo) ?? (actor ? homePath(actor) : "/"));
}
