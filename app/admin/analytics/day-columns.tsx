import { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Section } from "#components/ui/section.tsx";
import type { DayTally } from "#lib/analytics/schema.ts";
import { addDays, dayOfWeek } from "#lib/time.ts";

/** Beyond that many days a column stands for a week. */
const mostDays = 62;

/** The house's days as columns on one line, what was missed hatched on top. */
export function DayColumns({ days }: { days: DayTally[] }) {
  const t = useTranslations("analytics.days");
  const format = useFormatter();
  const isByWeek = days.length > mostDays;
  const columns = isByWeek ? byWeek(days) : days;
  const highest = Math.max(1, ...columns.map(({ appointments }) => appointments));
  const dayWords = (date: string) => format.dateTime(dayInUtc(date), "dayShort", { timeZone: "UTC" });
  return (
    <Section id="days" title={t(isByWeek ? "titleWeeks" : "title")} lead={t("lead")}>
      <ol className="flex h-44 items-stretch gap-px sm:gap-0.5">
        {columns.map(({ date, appointments, missed }, index) => (
          <li key={date} className="grid min-w-0 flex-1 grid-rows-[minmax(0,1fr)_1.25rem]">
            <span aria-hidden className="flex flex-col justify-end border-b border-line-strong">
              <span className="figures hidden text-center text-xs text-ink-muted sm:block">
                {columns.length <= 31 && appointments > 0 && appointments}
              </span>
              <span
                className="border border-brick hatched [--hatch-color:var(--color-brick)] empty:border-b-0"
                style={{ height: `${(missed / highest) * 82}%`, display: missed > 0 ? undefined : "none" }}
              />
              <span className="bg-pine-area" style={{ height: `${((appointments - missed) / highest) * 82}%` }} />
            </span>
            <span aria-hidden className="figures relative pt-0.5 text-xs whitespace-nowrap text-ink-faint">
              {isMarked(date, index, isByWeek, columns.length) && (
                <span className={classNames("absolute start-0", columns.length > 14 ? "" : "inset-x-0 text-center")}>
                  {format.dateTime(dayInUtc(date), { day: "numeric", month: "short", timeZone: "UTC" })}
                </span>
              )}
            </span>
            <span className="sr-only">
              {t("bar", {
                day: isByWeek ? t("week", { day: dayWords(date) }) : dayWords(date),
                count: appointments,
                missed,
              })}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Few enough dates under the line that none runs into the next. */
function isMarked(date: string, index: number, isByWeek: boolean, count: number): boolean {
  if (count <= 8) return true;
  if (isByWeek) return index % Math.ceil(count / 5) === 0;
  return dayOfWeek(date) === 0 && (count <= 35 || index % 14 < 7) && index < count - 2;
}

/** Added up by weeks from Monday; the first and the last may have fewer days. */
function byWeek(days: DayTally[]): DayTally[] {
  const weeks = Map.groupBy(days, ({ date }) => addDays(date, -dayOfWeek(date)));
  return [...weeks].map(([date, ofWeek]) => ({
    date,
    appointments: sum(ofWeek, "appointments"),
    missed: sum(ofWeek, "missed"),
    cancelled: sum(ofWeek, "cancelled"),
  }));
}

function sum(days: DayTally[], key: "appointments" | "missed" | "cancelled"): number {
  return days.reduce((total, day) => total + day[key], 0);
}
