import { useFormatter, useTranslations } from "next-intl";
import { priceWords } from "#components/scheduling/terms-words.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import type { PlanPreview } from "#lib/scheduling/plan-view.ts";

/** The way on, always at hand below a long list; wide screens have it beside the list. */
export function PlanBar({
  preview,
  href,
}: {
  preview: Pick<PlanPreview, "count" | "total" | "currency">;
  href: string;
}) {
  const t = useTranslations("plans.preview");
  const services = useTranslations("services");
  const format = useFormatter();
  const { count, total, currency } = preview;
  return (
    <div
      className="sticky bottom-0 z-10 -mx-4 mt-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-line-strong bg-paper px-4 py-3 sm:-mx-6 sm:px-6 lg:hidden"
      data-print="hide"
    >
      <p className="figures grid">
        <span className="text-sm text-ink-muted">{t("visitCount", { count })}</span>
        <span className="numeral text-xl leading-tight">
          {priceWords({ least: total, most: total }, currency, services, format)}
        </span>
      </p>
      <ButtonLink href={href} variant="primary">
        {t("continue")}
      </ButtonLink>
    </div>
  );
}
