import { useTranslations } from "next-intl";
import { doiHref } from "#lib/scheduling/publication.ts";
import type { PublicationView } from "#lib/scheduling/view.ts";

/** Newest first, the year in its own column; the DOI is the link. */
export function Publications({ publications }: { publications: PublicationView[] }) {
  const t = useTranslations("doctors");
  return (
    <ol className="divide-y divide-line border-y border-line">
      {publications.map(({ id, title, venue, year, doi }) => (
        <li key={id} className="grid gap-x-6 py-4 sm:grid-cols-[4rem_minmax(0,1fr)]">
          <span className="numeral text-lg text-ink-faint">{year}</span>
          <div className="grid gap-0.5">
            <p className="measure font-display text-lg">{title}</p>
            {venue && <p className="text-md text-ink-muted">{venue}</p>}
            {doi && (
              <a href={doiHref(doi)} className="link w-fit py-1 text-md" rel="noreferrer">
                {t("doi", { doi })}
              </a>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
