import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { monthsOf, type PlanMonth } from "#components/scheduling/plan-visits.ts";
import type { PlanView, VisitView } from "#lib/scheduling/plan-view.ts";
import type { LocalDate } from "#lib/time.ts";
import { VisitRow } from "./visit-row.tsx";

/** A plan's visits by month, of a monthly one by year. What is over folds away: the list begins where the plan stands. */
export function VisitMonths({ plan, today }: { plan: PlanView; today: LocalDate }) {
  const t = useTranslations("planDesk");
  const months = monthsOf(plan.visits, plan.timeZone);
  const isOver = ({ month }: PlanMonth) => month < today.slice(0, 7);
  const [over, ahead] = [
    blocks(plan, months.filter(isOver)),
    blocks(
      plan,
      months.filter((each) => !isOver(each)),
    ),
  ];
  return (
    <div className="grid gap-8">
      {over.length > 0 && (
        <details className="group/over" open={ahead.length === 0}>
          <summary className="flex min-h-11 items-center gap-2 border-y border-line text-ink-muted hover:text-ink">
            <CaretRightIcon aria-hidden className="transition-transform group-open/over:rotate-90 rtl:rotate-180" />
            {t("earlier", { count: over.flatMap(({ visits }) => visits).length })}
          </summary>
          <div className="grid gap-8 pt-6">
            <Blocks plan={plan} blocks={over} />
          </div>
        </details>
      )}
      <Blocks plan={plan} blocks={ahead} />
    </div>
  );
}

interface Block {
  /** `YYYY` or `YYYY-MM`. */
  time: string;
  visits: VisitView[];
}

function blocks({ frequency }: PlanView, months: PlanMonth[]): Block[] {
  if (frequency !== "monthly") return months.map(({ month, visits }) => ({ time: month, visits }));
  const years = Map.groupBy(months, ({ month }) => month.slice(0, 4));
  return [...years].map(([time, of]) => ({ time, visits: of.flatMap(({ visits }) => visits) }));
}

function Blocks({ plan, blocks: list }: { plan: PlanView; blocks: Block[] }) {
  const format = useFormatter();
  return list.map(({ time, visits }) => {
    const [year, month] = time.split("-");
    return (
      <section key={time} aria-labelledby={`time-${time}`}>
        <h3 id={`time-${time}`} className="flex items-baseline gap-2 border-b border-line-strong pb-2 text-lg">
          {month && format.dateTime(dayInUtc(`${time}-01`), "month", { timeZone: "UTC" })}{" "}
          <span className={month ? "numeral text-md text-ink-faint" : "numeral"}>{year}</span>
        </h3>
        <ol className="divide-y divide-line border-b border-line">
          {visits.map((visit) => (
            <VisitRow key={visit.sequence} plan={plan} visit={visit} showMonth={!month} />
          ))}
        </ol>
      </section>
    );
  });
}
