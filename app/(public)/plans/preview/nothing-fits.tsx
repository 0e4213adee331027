import { useTranslations } from "next-intl";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { visitReasonWords } from "#lib/i18n/visit-reason-words.ts";
import type { PlanPreview } from "#lib/scheduling/plan-view.ts";
import { type PlanChoice, planHref } from "../plan-choice.ts";

/** No visit at all finds a place: why, and what to change. There is nothing to buy. */
export function NothingFits({ preview, choice }: { preview: PlanPreview; choice: PlanChoice }) {
  const t = useTranslations("plans.preview.nothing");
  const reasons = useTranslations("plan.reason");
  const said = preview.visits.map(({ reason }) =>
    reason ? visitReasonWords(reason, reasons, preview.doctorNames) : t("unknown"),
  );
  const byReason = [...Map.groupBy(said, (words) => words)].toSorted(([, a], [, b]) => b.length - a.length);
  return (
    <EmptyState
      title={t("why", { count: preview.count })}
      actions={
        <>
          <ButtonLink href={planHref("/plans/setup", choice)} variant="primary">
            {t("change")}
          </ButtonLink>
          <ButtonLink href="/plans" variant="quiet">
            {t("other")}
          </ButtonLink>
        </>
      }
    >
      <ul className="grid gap-1">
        {byReason.slice(0, 4).map(([words, times]) => (
          <li key={words} className="figures">
            {t("times", { count: times.length, reason: words })}
          </li>
        ))}
      </ul>
      <p className="mt-3">{t(choice.doctor && !choice.standIn ? "tryStandIn" : "tryOther")}</p>
    </EmptyState>
  );
}
