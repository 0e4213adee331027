import { CircleHalfIcon } from "@phosphor-icons/react/dist/ssr/CircleHalf";
import { MoonIcon } from "@phosphor-icons/react/dist/ssr/Moon";
import { SunIcon } from "@phosphor-icons/react/dist/ssr/Sun";
import { useTranslations } from "next-intl";
import { type Theme, themes } from "./theme.ts";

const icons = { system: CircleHalfIcon, light: SunIcon, dark: MoonIcon } as const;

/** Three buttons that post the choice; the chosen one says so to everyone. */
export function ThemeChoice({ current, action }: { current: Theme; action: (form: FormData) => Promise<void> }) {
  const t = useTranslations("shell.theme");
  return (
    <form action={action} className="flex items-center gap-2">
      <fieldset className="flex items-center">
        <legend className="sr-only">{t("label")}</legend>
        {themes.map((theme) => {
          const Icon = icons[theme];
          return (
            <button
              key={theme}
              type="submit"
              name="theme"
              value={theme}
              aria-pressed={theme === current}
              title={t(theme)}
              className="grid size-11 place-items-center rounded-md text-ink-muted hover:bg-wash hover:text-ink aria-pressed:text-pine aria-pressed:underline"
            >
              <Icon aria-hidden weight={theme === current ? "fill" : "regular"} className="size-5" />
              <span className="sr-only">{t(theme)}</span>
            </button>
          );
        })}
      </fieldset>
    </form>
  );
}
