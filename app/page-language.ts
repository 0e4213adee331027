import "server-only";
import { getLocale } from "next-intl/server";
import { defaultLanguage, type Language, languageOf } from "#lib/i18n/locales.ts";

/** The language that whoever asks reads, for what is written to them later. */
export async function pageLanguage(): Promise<Language> {
  return languageOf(await getLocale()) ?? defaultLanguage;
}
