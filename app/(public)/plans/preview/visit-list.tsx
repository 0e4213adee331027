import { useFormatter } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import type { PlannedVisit, PlanPreview } from "#lib/scheduling/plan-view.ts";
import { type TimeZone, wallTimeOf } from "#lib/time.ts";
import type { PlanChoice } from "../plan-choice.ts";
import { visitDay, visitsByMonth } from "./months.ts";
import { VisitRow, type VisitRowProps } from "./visit-row.tsx";

type VisitListProps = Pick<VisitRowProps, "choice" | "doctor"> & { preview: PlanPreview };

/** Without a time of its own a plan keeps its first visit's; swapping that one must not move all others along. */
function withTime(choice: PlanChoice, { visits, timeZone }: PlanPreview): PlanChoice {
  const first = visits.find(({ startsAt }) => startsAt !== null)?.startsAt ?? null;
  return choice.time || first === null ? choice : { ...choice, time: wallTimeOf(first, timeZone) };
}

/** The whole plan as a printed timetable: a block per month, a line per visit. */
export function VisitList({ preview, doctor, choice }: VisitListProps) {
  const format = useFormatter();
  const wish = { doctor, choice: withTime(choice, preview) };
  return (
    <div className="grid gap-y-9 md:gap-y-7">
      {visitsByMonth(preview.visits, preview.timeZone).map(([month, visits]) => (
        <section
          key={month}
          aria-labelledby={`month-${month}`}
          className="grid items-start gap-x-4 md:grid-cols-[7rem_minmax(0,1fr)]"
        >
          <h2
            id={`month-${month}`}
            className="flex items-baseline gap-2 border-line-strong max-md:border-b max-md:pb-2 md:sticky md:top-4 md:grid md:gap-0 md:pt-2 print:static"
          >
            <span className="text-xl">{format.dateTime(dayInUtc(`${month}-01`), "month", { timeZone: "UTC" })}</span>{" "}
            <span className="numeral text-md text-ink-faint">{month.slice(0, 4)}</span>
          </h2>
          <ol className="divide-y divide-line md:border-t md:border-line-strong">
            {visits.map((visit) => (
              <VisitRow
                key={visit.sequence}
                visit={visit}
                preview={preview}
                isDitto={isDitto(visit, preview.visits[visit.sequence - 2], preview.timeZone)}
                {...wish}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** A whole column of one reason reads better said once; what moved to another day says why each time. */
function isDitto(visit: PlannedVisit, before: PlannedVisit | undefined, timeZone: TimeZone): boolean {
  if (visit.state !== "moved" || before?.state !== "moved" || visit.reason === null) return false;
  const isOnItsDay = [visit, before].every((each) => visitDay(each, timeZone) === each.targetDate);
  return isOnItsDay && JSON.stringify(visit.reason) === JSON.stringify(before.reason);
}
