import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CurrentLink } from "#components/shell/current-link.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { areas } from "./areas.ts";

interface Props {
  title: string;
  lead: string;
  /** Both are the document's own words, which are English. */
  isEnglish?: boolean;
  children: ReactNode;
}

const row = "link inline-flex min-h-11 items-center aria-[current]:font-[560] aria-[current]:text-ink lg:min-h-9";

/** A page of the reference, beside the list of them all. */
export function DocsPage({ title, lead, isEnglish = false, children }: Props) {
  const t = useTranslations("api.docs");
  return (
    <PageMain>
      <div lang={isEnglish ? "en" : undefined} dir={isEnglish ? "ltr" : undefined}>
        <PageHeader title={title} lead={lead} />
      </div>
      <div className="grid gap-x-12 gap-y-10 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <nav aria-label={t("contents")} className="lg:sticky lg:top-6 lg:self-start" data-print="hide">
          <ul className="flex flex-wrap gap-x-5 lg:grid">
            <li>
              <CurrentLink href="/api/docs" exact className={row}>
                {t("overview")}
              </CurrentLink>
            </li>
            {areas.map(({ slug, name }) => (
              <li key={slug} lang="en">
                <CurrentLink href={`/api/docs/${slug}`} className={row}>
                  {name}
                </CurrentLink>
              </li>
            ))}
            <li>
              <CurrentLink href="/api/docs/schemas" className={row}>
                {t("schemas.title")}
              </CurrentLink>
            </li>
          </ul>
        </nav>
        <div className="grid min-w-0 gap-14">{children}</div>
      </div>
    </PageMain>
  );
}
