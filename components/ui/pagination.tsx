import { CaretLeftIcon } from "@phosphor-icons/react/dist/ssr/CaretLeft";
import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import { useTranslations } from "next-intl";
import { ButtonLink } from "./button.tsx";

interface PaginationProps {
  /** What is being paged, for the landmark's name. */
  label: string;
  previousHref?: string;
  nextHref?: string;
  /** E.g. "21–40 of 133". */
  summary?: string;
}

export function Pagination({ label, previousHref, nextHref, summary }: PaginationProps) {
  const t = useTranslations("ui");
  if (!previousHref && !nextHref) return null;
  return (
    <nav aria-label={label} className="flex items-center justify-between gap-4 pt-4" data-print="hide">
      {previousHref ? (
        <ButtonLink href={previousHref} rel="prev" variant="quiet" size="sm">
          <CaretLeftIcon aria-hidden className="rtl:-scale-x-100" />
          {t("previous")}
        </ButtonLink>
      ) : (
        <span />
      )}
      {summary && <span className="figures text-md text-ink-muted">{summary}</span>}
      {nextHref ? (
        <ButtonLink href={nextHref} rel="next" variant="quiet" size="sm">
          {t("next")}
          <CaretRightIcon aria-hidden className="rtl:-scale-x-100" />
        </ButtonLink>
      ) : (
        <span />
      )}
    </nav>
  );
}
