import { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import type { LocalDate } from "#lib/time.ts";
import type { DayKind, YearDay, YearMonth } from "./year-days.ts";

/** Told apart by ground, texture and weight, and in words by each day's name. */
const looks: Record<DayKind, string> = {
  closed: "bg-brick font-semibold text-on-brick",
  special: "bg-requested-wash font-[560] text-ink shadow-[inset_0_0_0_1.5px_var(--color-requested)]",
  usuallyClosed: "text-ink-faint hatched [--hatch-color:var(--color-line)]",
  template: "text-ink shadow-[inset_0_-3px_0_var(--color-arrived)]",
  open: "text-ink",
};

interface YearCalendarProps {
  months: YearMonth[];
  today: LocalDate;
}

/** Twelve months; a day leads to its closure, or to a new one. */
export function YearCalendar({ months, today }: YearCalendarProps) {
  const format = useFormatter();
  return (
    <div className="grid gap-x-10 gap-y-8 sm:grid-cols-2 xl:grid-cols-3">
      {months.map(({ month, weeks }) => (
        <table key={month} className="h-fit w-full table-fixed border-collapse">
          <caption className="pb-1.5 text-start font-display text-lg">
            {format.dateTime(dayInUtc(`${month}-01`), "month", { timeZone: "UTC" })}
          </caption>
          <thead>
            <tr className="border-b border-line">
              {weekdays.map((date) => (
                <th key={date} scope="col" className="kicker pb-1 text-center">
                  <span aria-hidden>{format.dateTime(dayInUtc(date), { weekday: "narrow", timeZone: "UTC" })}</span>
                  <span className="sr-only">{format.dateTime(dayInUtc(date), "weekday", { timeZone: "UTC" })}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.find((day) => day !== null)?.date}>
                {week.map((day, weekday) => (
                  <td key={weekdays[weekday]} className="p-px">
                    {day && <Day day={day} today={today} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

// 1 January 2024 was a Monday.
const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) => `2024-01-0${day}`);

function Day({ day, today }: { day: YearDay; today: LocalDate }) {
  const { date, kind, entry } = day;
  const words = useDayWords(day, today);
  const look = classNames(
    "figures grid min-h-11 place-content-center rounded-xs text-md sm:min-h-9",
    looks[kind],
    date === today && "outline-2 -outline-offset-2 outline-ink",
    date < today && !entry && "text-ink-faint!",
  );
  const number = Number(date.slice(8));
  if (date < today && !entry) {
    return (
      <span className={look}>
        <span aria-hidden>{number}</span>
        <span className="sr-only">{words}</span>
      </span>
    );
  }
  return (
    <Link
      href={entry ? `/admin/closures/${entry.id}` : `/admin/closures/new?from=${date}`}
      title={words}
      aria-label={words}
      aria-current={date === today ? "date" : undefined}
      className={classNames(look, "transition-colors hover:outline-2 hover:-outline-offset-2 hover:outline-pine")}
    >
      {number}
    </Link>
  );
}

function useDayWords({ date, kind, entry, shifts }: YearDay, today: LocalDate): string {
  const t = useTranslations("closures.calendar");
  const format = useFormatter();
  const day = format.dateTime(dayInUtc(date), "day", { timeZone: "UTC" });
  const hours = format.list(shifts.map(({ openTime, closeTime }) => `${openTime}–${closeTime}`));
  const state = entry
    ? t(kind === "closed" ? "closed" : "special", { reason: entry.reason, hours })
    : t(kind === "closed" || kind === "special" ? "usuallyClosed" : kind, { hours });
  return t(entry ? "change" : date < today ? "past" : "add", { day, state });
}
