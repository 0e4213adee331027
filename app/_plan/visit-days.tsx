import { useFormatter } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { hasPlace, monthsOf } from "#components/scheduling/plan-visits.ts";
import type { VisitView } from "#lib/scheduling/plan-view.ts";
import type { TimeZone } from "#lib/time.ts";

/** Many visits on few lines: a line per month, a day and its time side by side. */
export function VisitDays({ visits, timeZone }: { visits: VisitView[]; timeZone: TimeZone }) {
  const format = useFormatter();
  if (visits.length === 0) return null;
  return (
    <dl className="divide-y divide-line border-y border-line">
      {monthsOf(visits, timeZone).map(({ month, visits: of }) => (
        <div key={month} className="grid items-baseline gap-x-6 gap-y-1 py-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
          <dt className="font-display text-lg">
            {format.dateTime(dayInUtc(`${month}-01`), { month: "long", year: "numeric", timeZone: "UTC" })}
          </dt>
          <dd>
            <ul className="flex flex-wrap gap-x-5 gap-y-1">
              {of.map((visit) => (
                <li key={visit.sequence} className="figures whitespace-nowrap">
                  {hasPlace(visit) ? (
                    <time dateTime={new Date(visit.appointment.startsAt).toISOString()}>
                      {format.dateTime(visit.appointment.startsAt, { ...dayOnly, timeZone })}{" "}
                      <span className="text-ink-muted">
                        {format.dateTime(visit.appointment.startsAt, "time", { timeZone })}
                      </span>
                    </time>
                  ) : (
                    format.dateTime(dayInUtc(visit.targetDate), { ...dayOnly, timeZone: "UTC" })
                  )}
                </li>
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const dayOnly = { weekday: "short", day: "numeric" } as const;
