import { useFormatter, useTranslations } from "next-intl";
import { priceWords } from "#components/scheduling/terms-words.ts";
import type { PlanPreview } from "#lib/scheduling/plan-view.ts";

type Sum = Pick<
  PlanPreview,
  "count" | "pricePerVisit" | "total" | "currency" | "cancelNoticeHours" | "requiresConfirmation"
>;

/** What it costs, and the rules that hold for every visit. */
export function PlanSum({ preview }: { preview: Sum }) {
  const t = useTranslations("plans.sum");
  const services = useTranslations("services");
  const format = useFormatter();
  const { count, pricePerVisit, total, currency, cancelNoticeHours, requiresConfirmation } = preview;
  const price = (amount: number) => priceWords({ least: amount, most: amount }, currency, services, format);
  return (
    <div className="grid gap-4">
      <dl className="figures grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-2">
        <dt className="text-ink-muted">{t("visits")}</dt>
        <dd className="text-end">{count}</dd>
        <dt className="text-ink-muted">{t("perVisit")}</dt>
        <dd className="text-end">{price(pricePerVisit)}</dd>
        <div className="col-span-full grid grid-cols-subgrid items-baseline border-t border-line-strong pt-2">
          <dt>{t("total")}</dt>
          <dd className="numeral text-end text-2xl">{price(total)}</dd>
        </div>
      </dl>
      <p className="text-md text-ink-muted">
        {cancelNoticeHours > 0 ? t("cancelling", { hours: cancelNoticeHours }) : t("cancellingAnyTime")}
      </p>
      <p className="text-md text-ink-muted">
        {t(requiresConfirmation ? "confirmedByDoctor" : "confirmedAtOnce")} {t("paid")}
      </p>
    </div>
  );
}
