import { getRequestConfig } from "next-intl/server";
import { formats } from "./formats.ts";
import { defaultLanguage, locales } from "./locales.ts";

export default getRequestConfig(async () => {
  const language = defaultLanguage;
  const messages = (await import(`../../messages/${language}.json`)).default;
  // UTC on purpose: a time shown without the clinic's zone must be wrong everywhere, not only abroad.
  return { locale: locales[language].tag, messages, formats, timeZone: "UTC" };
});
