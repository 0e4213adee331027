import arabic from "#messages/failure.ar.json" with { type: "json" };
import german from "#messages/failure.de.json" with { type: "json" };
import english from "#messages/failure.en.json" with { type: "json" };
import { defaultLanguage, type Language, languageOf } from "./locales.ts";

const words: Record<Language, typeof english> = { en: english, de: german, ar: arabic };

/** The few words of the failure page, in the language of the page that failed. For the browser. */
export function failureWords(): typeof english & { language: Language } {
  const shown = typeof document === "undefined" ? null : languageOf(document.documentElement.lang);
  const language = shown ?? defaultLanguage;
  return { ...words[language], language };
}
