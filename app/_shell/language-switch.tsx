import { LanguageChoice } from "#components/shell/language-choice.tsx";
import { changeLanguage } from "../language-actions.ts";

/** The `LanguageChoice` wired to cookie and account; pass it to `SiteFooter` and `WorkspaceShell` as `language`. */
export function LanguageSwitch() {
  return <LanguageChoice action={changeLanguage} />;
}
