import { useLocale, useTranslations } from "next-intl";
import { htmlLanguage, languageOf, languages, locales } from "#lib/i18n/locales.ts";

/** A button for each language, named in itself, that posts the choice; the chosen one says so to everyone. */
export function LanguageChoice({ action }: { action: (form: FormData) => Promise<void> }) {
  const t = useTranslations("shell.language");
  const current = languageOf(useLocale());
  return (
    <form action={action}>
      <fieldset className="flex flex-wrap items-center">
        <legend className="sr-only">{t("label")}</legend>
        {languages.map((language) => (
          <button
            key={language}
            type="submit"
            name="language"
            value={language}
            aria-pressed={language === current}
            lang={htmlLanguage(locales[language].tag)}
            className="min-h-11 rounded-md px-2.5 text-md text-ink-muted hover:bg-wash hover:text-ink aria-pressed:text-pine aria-pressed:underline aria-pressed:decoration-2 aria-pressed:underline-offset-4"
          >
            {locales[language].name}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
