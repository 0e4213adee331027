import "server-only";
// What next-intl itself stands on; a worker of its own has no Next around it.
import { createTranslator } from "use-intl/core";
import { defaultLanguage, type Language, languageOf, locales } from "#lib/i18n/locales.ts";
import type { MailTexts } from "../letters/written.ts";

const known = new Map<Language, Promise<MailTexts>>();

/** The mails' texts in the language of a locale, or in the default one where it has not been translated. */
export function mailTexts(locale: string): Promise<MailTexts> {
  const language = languageOf(locale) ?? defaultLanguage;
  const texts = known.get(language) ?? load(language);
  known.set(language, texts);
  return texts;
}

async function load(language: Language): Promise<MailTexts> {
  const { default: messages } = await import(`../../../messages/${language}.json`, { with: { type: "json" } });
  const { tag } = locales[language];
  return {
    t: createTranslator({ locale: tag, messages, namespace: "mail" }),
    reason: createTranslator({ locale: tag, messages, namespace: "plan.reason" }),
    locale: tag,
  };
}
