import { ThemeChoice } from "#components/shell/theme-choice.tsx";
import { chooseTheme } from "../theme-actions.ts";
import { readTheme } from "../theme-cookie.ts";

/** The `ThemeChoice` wired to the cookie; pass it to `SiteFooter` and `WorkspaceShell` as `theme`. */
export async function ThemeSwitch() {
  return <ThemeChoice current={await readTheme()} action={chooseTheme} />;
}
