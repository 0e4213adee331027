/** Languages the texts exist in; `tag` decides how dates and numbers are written, `name` is the language's own. */
export const locales = {
  en: { tag: "en-GB", direction: "ltr", name: "English" },
  de: { tag: "de-DE", direction: "ltr", name: "Deutsch" },
  // The digits are named, so that a server and a browser of different age write the same ones.
  ar: { tag: "ar-u-nu-latn", direction: "rtl", name: "العربية" },
} as const;

export type Language = keyof typeof locales;
export type LocaleTag = (typeof locales)[Language]["tag"];

export const languages = Object.keys(locales) as Language[];

export const defaultLanguage: Language = "en";

/** The language of anything that begins like a language tag (`de`, `de-AT`, `AR_eg`); null where there are no texts. */
export function languageOf(tag: unknown): Language | null {
  if (typeof tag !== "string") return null;
  const [base = ""] = tag.trim().toLowerCase().split(/[-_]/);
  return languages.find((language) => language === base) ?? null;
}

/** Text direction of a locale tag, for the `dir` attribute. */
export function directionOf(tag: string): "ltr" | "rtl" {
  return locales[languageOf(tag) ?? defaultLanguage].direction;
}

/** What the `lang` attribute says of a locale tag: the language, without how its numbers are written. */
export function htmlLanguage(tag: string): string {
  return tag.split("-u-")[0] ?? tag;
}
