import { redirect } from "next/navigation";
import { keepLanguage } from "#app/language-cookie.ts";
import { homePath } from "#lib/auth/home-path.ts";
import { requireActor } from "#lib/auth/session.ts";
import { languageOf } from "#lib/i18n/locales.ts";

/** Where a provider's sign-in ends: in the account's language, on to the page of the person's role. */
export async function GET(): Promise<never> {
  const actor = await requireActor("/signed-in");
  const language = languageOf(actor.locale);
  if (language) await keepLanguage(language);
  redirect(homePath(actor));
}
