"use server";

import { chooseLanguage } from "#lib/accounts/server/choose-language.ts";
import { currentActor } from "#lib/auth/session.ts";
import { languageOf } from "#lib/i18n/locales.ts";
import { backToPage } from "./back-to-page.ts";
import { keepLanguage } from "./language-cookie.ts";

/** For this browser, and for the account of whoever is signed in: mails follow. Anything unknown changes nothing. */
export async function changeLanguage(form: FormData): Promise<void> {
  const language = languageOf(form.get("language"));
  if (language) {
    await keepLanguage(language);
    const actor = await currentActor();
    if (actor) await chooseLanguage(actor, { language });
  }
  await backToPage();
}
