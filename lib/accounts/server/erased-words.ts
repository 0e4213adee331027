import "server-only";
// As in the mails' texts: what stays behind is read by the practice, in its own language.
import { createTranslator } from "use-intl/core";
import { defaultLanguage, languageOf, locales } from "#lib/i18n/locales.ts";
import type { ErasedWords } from "./erase-account.ts";

export async function erasedWords(clinicLocale: string | undefined): Promise<ErasedWords> {
  const language = languageOf(clinicLocale) ?? defaultLanguage;
  const { default: messages } = await import(`../../../messages/${language}.json`, { with: { type: "json" } });
  const t = createTranslator({ locale: locales[language].tag, messages, namespace: "account.delete" });
  return { name: t("formerName"), reason: t("reason") };
}
