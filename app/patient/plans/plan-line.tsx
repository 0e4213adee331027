import { useFormatter, useTranslations } from "next-intl";
import { PlanState } from "#components/scheduling/plan-state.tsx";
import { Link } from "#components/ui/link.tsx";
import type { PlanSummary } from "#lib/scheduling/plan-view.ts";
import { ownPlanHrefs } from "./own-plan.ts";

/** A plan in the patient's list: what, how often, how far it has come and what is next. */
export function PlanLine({ plan }: { plan: PlanSummary }) {
  const { id, number, service, status, frequency, months, nextVisitAt, timeZone, visitCounts, count } = plan;
  const t = useTranslations("planPortal");
  const format = useFormatter();
  const { completed, cancelled, skipped } = visitCounts;
  return (
    <li className="grid gap-x-8 gap-y-3 py-6 sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="grid content-start gap-1">
        <PlanState status={status} />
        <h2 className="text-xl">
          <Link href={ownPlanHrefs(id).home} className="link text-ink no-underline hover:underline">
            {service.name}
          </Link>
        </h2>
        <p className="text-ink-muted">{t("list.rhythm", { frequency: t(`frequency.${frequency}`), months })}</p>
        <p className="figures text-md text-ink-faint">{t("number", { number })}</p>
      </div>
      <div className="grid content-start gap-1 sm:justify-items-end sm:pt-7">
        <p className="figures font-[560]">
          {nextVisitAt === null
            ? t("list.noNext")
            : t("list.next", { moment: format.dateTime(nextVisitAt, "moment", { timeZone }) })}
        </p>
        <p className="figures text-md text-ink-muted">
          {t("list.progress", { done: completed, count: count - cancelled - skipped })}
        </p>
      </div>
    </li>
  );
}
