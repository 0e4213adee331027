import "server-only";
import type { useTranslations } from "next-intl";
import { createTranslator } from "use-intl/core";
import { defaultLanguage, type Language, languageOf, locales } from "#lib/i18n/locales.ts";

export type CalendarTexts = ReturnType<typeof useTranslations<"calendar">>;

const known = new Map<Language, Promise<CalendarTexts>>();

/** Texts of the namespace `calendar` in the language of a locale, or in the default one where there are none. */
export function calendarTexts(locale: string): Promise<CalendarTexts> {
  const language = languageOf(locale) ?? defaultLanguage;
  const texts = known.get(language) ?? load(language);
  known.set(language, texts);
  return texts;
}

async function load(language: Language): Promise<CalendarTexts> {
  const { default: messages } = await import(`../../../messages/${language}.json`, { with: { type: "json" } });
  return createTranslator({ locale: locales[language].tag, messages, namespace: "calendar" });
}
