import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { Link } from "#components/ui/link.tsx";
import type { DayOverview } from "#lib/scheduling/capacity.ts";
import type { LocalDate, TimeZone } from "#lib/time.ts";
import { dayInUtc, minuteOfDay } from "./day-axis.ts";
import { DaySkyline, type SkylineSlot } from "./day-skyline.tsx";

export type OverviewDay = DayOverview & { slots?: readonly SkylineSlot[] };

interface WeekOverviewProps {
  days: readonly OverviewDay[];
  timeZone: TimeZone;
  today?: LocalDate;
  /** The day being shown below, if any. */
  selected?: LocalDate;
  /** Where a day leads; days that cannot be booked have no link unless `linkAll`. */
  dayHref: (localDate: LocalDate) => string;
  linkAll?: boolean;
}

/** Seven days side by side (a list on phones), each with its slots' fullness over the hours, before anything is chosen. */
export function WeekOverview({ days, timeZone, today, selected, dayHref, linkAll = false }: WeekOverviewProps) {
  const range = hoursOf(days, timeZone);
  return (
    <ol className="divide-y divide-line border-y border-line md:grid md:grid-flow-col md:auto-cols-fr md:divide-x md:divide-y-0">
      {days.map((day) => (
        <li key={day.localDate} className="min-w-0">
          <Day
            day={day}
            range={range}
            timeZone={timeZone}
            today={day.localDate === today}
            selected={day.localDate === selected}
            href={linkAll || day.state === "open" ? dayHref(day.localDate) : undefined}
          />
        </li>
      ))}
    </ol>
  );
}

interface DayProps {
  day: OverviewDay;
  range: { from: number; to: number };
  timeZone: TimeZone;
  today: boolean;
  selected: boolean;
  href?: string;
}

function Day({ day, range, timeZone, today, selected, href }: DayProps) {
  const format = useFormatter();
  const t = useTranslations("schedule");
  const date = dayInUtc(day.localDate);
  const quiet = day.state === "closed" || day.state === "past" || day.state === "beyond_horizon";
  const body = (
    <>
      <span className="flex items-baseline gap-x-2 max-md:w-22 md:flex-wrap rtl:max-md:w-26">
        <span className="sr-only">{format.dateTime(date, "day", { timeZone: "UTC" })}</span>
        <span
          aria-hidden
          className={classNames(
            "w-11 text-md md:w-auto md:basis-full rtl:max-md:w-15",
            today ? "font-semibold text-pine" : "text-ink-muted",
          )}
        >
          {today ? t("today") : format.dateTime(date, "weekdayShort", { timeZone: "UTC" })}
        </span>
        <span aria-hidden className={classNames("numeral text-2xl md:text-3xl", quiet && "text-ink-faint")}>
          {format.dateTime(date, "dayNumber", { timeZone: "UTC" })}
        </span>
        <span aria-hidden className="text-sm text-ink-faint max-md:hidden">
          {format.dateTime(date, "monthShort", { timeZone: "UTC" })}
        </span>
      </span>
      <DaySkyline slots={day.slots ?? []} range={range} timeZone={timeZone} muted={day.state === "past"} />
      <DayWords day={day} />
    </>
  );
  const layout = classNames(
    "relative flex h-full min-h-16 flex-wrap items-center gap-x-3 gap-y-1 py-2.5",
    "md:grid md:grid-cols-1 md:content-start md:gap-y-3 md:px-3 md:pt-4 md:pb-4",
    "before:absolute before:inset-y-0 before:-start-3 before:w-0.75 md:before:inset-x-0 md:before:-top-px md:before:start-0 md:before:h-0.75 md:before:w-auto md:before:bottom-auto",
    selected && "bg-pine-wash before:bg-pine max-md:-mx-3 max-md:px-3 max-md:before:start-0",
  );
  if (!href) return <div className={layout}>{body}</div>;
  return (
    <Link
      href={href}
      aria-current={selected ? "date" : undefined}
      className={classNames(
        layout,
        "transition-colors duration-150 focus-visible:-outline-offset-2",
        !selected && "hover:bg-wash",
      )}
    >
      {body}
    </Link>
  );
}

function DayWords({ day }: { day: OverviewDay }) {
  const t = useTranslations("schedule");
  if (day.state !== "open") {
    return (
      <span
        className={classNames(
          "ms-auto text-end text-md leading-snug max-md:w-26 md:ms-0 md:text-start",
          day.state === "full" ? "font-[560] text-ink" : "text-ink-faint",
        )}
      >
        {t(`day.${day.state}`)}
        {day.reason && <span className="block text-sm text-ink-faint">{day.reason}</span>}
      </span>
    );
  }
  return (
    <span className="figures ms-auto flex items-center justify-end gap-1 text-end text-md leading-snug text-pine max-md:w-26 md:ms-0 md:justify-between md:text-start">
      <span className="font-[560]">{t("placesFree", { count: day.remaining })}</span>
      <CaretRightIcon aria-hidden className="shrink-0 rtl:-scale-x-100" />
    </span>
  );
}

/** The hours all days share, so that the same height on the page is the same time of day. */
function hoursOf(days: readonly OverviewDay[], timeZone: TimeZone): { from: number; to: number } {
  const slots = days.flatMap((day) => day.slots ?? []);
  if (slots.length === 0) return { from: 8 * 60, to: 18 * 60 };
  const starts = slots.map((slot) => minuteOfDay(slot.startsAt, timeZone));
  const ends = slots.map((slot) => minuteOfDay(slot.endsAt, timeZone) || 1440);
  return { from: Math.floor(Math.min(...starts) / 60) * 60, to: Math.ceil(Math.max(...ends) / 60) * 60 };
}
