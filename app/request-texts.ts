import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { currentActor } from "#lib/auth/session.ts";
import { formats } from "#lib/i18n/formats.ts";
import { defaultLanguage, type Language, languageOf, locales } from "#lib/i18n/locales.ts";
import { wantedLanguage } from "#lib/i18n/wanted-language.ts";
import { homeClinic } from "#lib/scheduling/server/clinic/clinics.ts";
import { languageCookieName } from "./language-cookie.ts";

/** The texts of a request. See docs/decisions/0021. */
export default getRequestConfig(async () => {
  const language = await requestLanguage();
  const messages = (await import(`../messages/${language}.json`)).default;
  // UTC on purpose: a time shown without the clinic's zone must be wrong everywhere, not only abroad.
  return { locale: locales[language].tag, messages, formats, timeZone: "UTC" };
});

/** What this browser chose, else the account's language, else what the browser asks for, else the clinic's. */
async function requestLanguage(): Promise<Language> {
  const [jar, request] = await Promise.all([cookies(), headers()]);
  return (
    languageOf(jar.get(languageCookieName)?.value) ??
    (await languageInDatabase(async () => (await currentActor())?.locale)) ??
    wantedLanguage(request.get("accept-language")) ??
    (await languageInDatabase(async () => (await homeClinic())?.locale)) ??
    defaultLanguage
  );
}

/** Where the database cannot be asked, the page says so itself, and needs words to do it. */
async function languageInDatabase(ask: () => Promise<string | undefined>): Promise<Language | null> {
  try {
    return languageOf(await ask());
  } catch {
    return null;
  }
}
