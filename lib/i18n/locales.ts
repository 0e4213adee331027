/** Languages the texts exist in; `tag` decides how dates and numbers are written. */
export const locales = {
  en: { tag: "en-GB", direction: "ltr" },
} as const;

export type Language = keyof typeof locales;
export type LocaleTag = (typeof locales)[Language]["tag"];

export const defaultLanguage: Language = "en";

/** Text direction of a locale tag, for the `dir` attribute. */
export function directionOf(tag: LocaleTag): "ltr" | "rtl" {
  const match = Object.values(locales).find((locale) => locale.tag === tag);
  return match?.direction ?? "ltr";
}
