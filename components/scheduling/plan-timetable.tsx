import { useFormatter, useTranslations } from "next-intl";
import type { PlanView } from "#lib/scheduling/plan-view.ts";
import type { EpochMs } from "#lib/time.ts";
import { dayInUtc } from "./day-axis.ts";
import type { PlanHrefs } from "./plan-hrefs.ts";
import { visitLine } from "./plan-visit-line.ts";
import { PlanVisitRow } from "./plan-visit-row.tsx";
import { monthsOf } from "./plan-visits.ts";

interface PlanTimetableProps {
  plan: PlanView;
  now: EpochMs;
  hrefs: PlanHrefs;
  phone: string | null;
}

const columns = ["visit", "day", "time", "doctor", "state", "deadline"] as const;

/** A plan's visits as a printed timetable: a block per month, a line per visit. */
export function PlanTimetable({ plan, now, hrefs, phone }: PlanTimetableProps) {
  const t = useTranslations("planPortal.visits.column");
  const format = useFormatter();
  const utc = { timeZone: "UTC" };
  return (
    <div className="grid gap-y-10 lg:gap-y-8 print:gap-y-4">
      <div aria-hidden className="border-b border-line-strong pb-2 narrow:hidden lg:ps-36">
        <p className={visitLine}>
          {columns.map((column) => (
            <span key={column} className="kicker">
              {t(column)}
            </span>
          ))}
        </p>
      </div>
      {monthsOf(plan.visits, plan.timeZone).map(({ month, visits }) => (
        <section
          key={month}
          aria-labelledby={`month-${month}`}
          className="grid items-start gap-x-4 gap-y-2 lg:grid-cols-[8rem_minmax(0,1fr)]"
        >
          <h3
            id={`month-${month}`}
            className="flex items-baseline gap-2 border-line-strong max-lg:border-b max-lg:pb-2 lg:sticky lg:top-4 lg:grid lg:gap-0 lg:pt-2.5 print:static"
          >
            <span className="text-xl">{format.dateTime(dayInUtc(`${month}-01`), "month", utc)}</span>{" "}
            <span className="numeral text-md text-ink-faint">{month.slice(0, 4)}</span>
          </h3>
          <ol className="divide-y divide-line lg:border-t lg:border-line-strong">
            {visits.map((visit) => (
              <PlanVisitRow key={visit.sequence} {...{ visit, plan, now, hrefs, phone }} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
