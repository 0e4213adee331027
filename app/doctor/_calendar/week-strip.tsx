import { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { WeekdayMark } from "#components/scheduling/weekday-mark.tsx";
import { Link } from "#components/ui/link.tsx";
import type { CalendarDay } from "#lib/scheduling/calendar-view.ts";
import type { LocalDate } from "#lib/time.ts";
import { type CalendarView, calendarHref } from "./calendar-href.ts";

interface WeekStripProps {
  days: readonly CalendarDay[];
  selected: LocalDate;
  today: LocalDate;
  view: CalendarView;
}

/** The days of the week with how much is in each, on phones, where one of them is shown. */
export function WeekStrip({ days, selected, today, view }: WeekStripProps) {
  const t = useTranslations("doctorCalendar");
  const format = useFormatter();
  const name = (day: LocalDate, style: "dayNumber" | "day") =>
    format.dateTime(dayInUtc(day), style, { timeZone: "UTC" });
  return (
    <ol className="mb-4 grid grid-cols-7 border-y border-line md:hidden" data-print="hide">
      {days.map(({ localDate, entries }) => (
        <li key={localDate}>
          <Link
            href={calendarHref(localDate, view, today)}
            aria-current={localDate === selected ? "date" : undefined}
            className="grid min-h-16 content-center justify-items-center gap-0.5 border-b-3 border-transparent text-sm text-ink-muted aria-[current=date]:border-pine aria-[current=date]:text-ink"
          >
            <span aria-hidden>
              <WeekdayMark date={dayInUtc(localDate)} />
            </span>
            <span aria-hidden className={localDate === today ? "numeral text-lg text-brick" : "numeral text-lg"}>
              {name(localDate, "dayNumber")}
            </span>
            <span aria-hidden className="flex h-1 gap-0.5">
              {entries.slice(0, 4).map(({ id }) => (
                <span key={id} className="size-1 rounded-full bg-pine" />
              ))}
            </span>
            <span className="sr-only">
              {name(localDate, "day")}, {t("count", { count: entries.length })}
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
