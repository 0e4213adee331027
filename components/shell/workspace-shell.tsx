import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import { LogoMark } from "./logo.tsx";
import { type WorkspaceItem, WorkspaceNav } from "./workspace-nav.tsx";

interface WorkspaceShellProps {
  clinicName: string;
  /** "Doctor", "Front desk", "Administration". */
  workspace: string;
  items: WorkspaceItem[];
  /** An `AccountMenu`. */
  account?: ReactNode;
  /** Beside the account: a date switch, the live state. */
  tools?: ReactNode;
  theme?: ReactNode;
  language?: ReactNode;
  children: ReactNode;
}

/** Head, rail and main of the doctor's, front desk's and admin's area. The page inside brings its `PageHeader`. */
export function WorkspaceShell(props: WorkspaceShellProps) {
  const { clinicName, workspace, items, account, tools, theme, language, children } = props;
  const t = useTranslations("shell");
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="relative border-b border-line" data-print="hide">
        <div className="mx-auto flex min-h-16 w-full max-w-wide items-center gap-x-6 px-4 sm:px-6">
          <Link href="/" className="flex min-h-11 min-w-0 items-center gap-3">
            <LogoMark className="size-8 shrink-0" />
            <span className="grid min-w-0 leading-tight">
              <span dir="auto" className="max-w-full justify-self-start truncate font-display text-base font-[520]">
                {clinicName}
              </span>
              <span className="truncate text-sm text-ink-muted">{workspace}</span>
            </span>
            <span className="sr-only">, {t("homePage")}</span>
          </Link>
          <div className="ms-auto flex items-center gap-2">
            {tools}
            {account}
          </div>
        </div>
      </header>
      <div className="mx-auto grid w-full max-w-wide flex-1 gap-x-10 px-4 sm:px-6 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <div className="lg:border-e lg:border-line lg:py-6">
          <WorkspaceNav label={t("workspace", { name: workspace })} items={items} />
        </div>
        <main id="main" tabIndex={-1} className="min-w-0 pt-6 pb-28 outline-none lg:pt-8 lg:pb-16">
          {children}
        </main>
      </div>
      {(theme || language) && (
        <footer
          className="mx-auto flex w-full max-w-wide flex-wrap items-center justify-end gap-x-4 px-4 pb-4 max-lg:pb-24 sm:px-6"
          data-print="hide"
        >
          {language}
          {theme}
        </footer>
      )}
    </div>
  );
}
