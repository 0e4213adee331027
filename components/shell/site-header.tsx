import { ListIcon } from "@phosphor-icons/react/dist/ssr/List";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "#components/ui/link.tsx";
import { CurrentLink } from "./current-link.tsx";
import { LogoMark } from "./logo.tsx";

export interface NavLink {
  href: string;
  label: string;
  /** Found from the path when left out. */
  current?: boolean;
}

interface SiteHeaderProps {
  /** The clinic's name; it stands where other products put their own. */
  clinicName: string;
  links: NavLink[];
  /** At the end: an `AccountMenu`, or links to sign in and register. */
  account?: ReactNode;
  homeHref?: string;
}

/** The head of public and patient pages. On phones the links fold into a native disclosure. */
export function SiteHeader({ clinicName, links, account, homeHref = "/" }: SiteHeaderProps) {
  const t = useTranslations("shell");
  return (
    <header className="relative border-b border-line" data-print="hide">
      <div className="mx-auto flex min-h-16 w-full max-w-page flex-wrap items-center gap-x-3 px-4 sm:gap-x-8 sm:px-6 md:flex-nowrap md:max-lg:gap-x-5">
        <Link href={homeHref} className="flex min-h-11 min-w-0 items-center gap-3 max-md:grow max-md:basis-36">
          <LogoMark className="size-8 shrink-0" />
          <span className="line-clamp-2 font-display text-base leading-tight font-[520] tracking-tight sm:text-lg">
            {clinicName}
          </span>
          <span className="sr-only">, {t("homePage")}</span>
        </Link>
        {links.length > 0 && (
          <nav aria-label={t("mainNavigation")} className="max-md:hidden">
            <ul className="flex gap-x-5 lg:gap-x-6">
              {links.map((link) => (
                <li key={link.href}>
                  <HeaderLink {...link} />
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div className="ms-auto flex min-w-0 items-center gap-1 sm:gap-2 md:shrink-0">
          {account}
          {links.length > 0 && (
            <details className="shrink-0 md:hidden">
              <summary className="grid size-11 place-items-center rounded-md hover:bg-wash" aria-label={t("menu")}>
                <ListIcon aria-hidden className="size-6" />
              </summary>
              <nav
                aria-label={t("mainNavigation")}
                className="absolute end-4 top-full z-30 mt-2 w-64 max-w-[calc(100%-2rem)] rounded-md border border-line bg-raised p-2 shadow-float"
              >
                <ul>
                  {links.map((link) => (
                    <li key={link.href}>
                      <CurrentLink
                        href={link.href}
                        current={link.current}
                        className="flex min-h-11 items-center rounded-sm px-3 hover:bg-wash aria-[current=page]:font-[560] aria-[current=page]:text-pine"
                      >
                        {link.label}
                      </CurrentLink>
                    </li>
                  ))}
                </ul>
              </nav>
            </details>
          )}
        </div>
      </div>
    </header>
  );
}

function HeaderLink({ href, label, current }: NavLink) {
  return (
    <CurrentLink
      href={href}
      current={current}
      className="inline-flex min-h-11 items-center whitespace-nowrap text-ink-muted hover:text-ink aria-[current=page]:text-ink aria-[current=page]:underline aria-[current=page]:decoration-pine aria-[current=page]:decoration-2 aria-[current=page]:underline-offset-[0.55em]"
    >
      {label}
    </CurrentLink>
  );
}
