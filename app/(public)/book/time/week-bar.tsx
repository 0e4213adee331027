import { CaretLeftIcon } from "@phosphor-icons/react/dist/ssr/CaretLeft";
import { CaretRightIcon } from "@phosphor-icons/react/dist/ssr/CaretRight";
import { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { WeekdayMark } from "#components/scheduling/weekday-mark.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import type { AvailableDay } from "#lib/scheduling/availability.ts";
import { addDays, type LocalDate } from "#lib/time.ts";
import { type BookingChoice, bookingHref } from "../choice.ts";

interface WeekBarProps {
  from: LocalDate;
  to: LocalDate;
  today: LocalDate;
  /** The last day that can be booked. */
  last: LocalDate;
  choice: BookingChoice;
  days: AvailableDay[];
}

/** Which week is shown, the way to the ones around it and, on phones, to its days. */
export function WeekBar({ from, to, today, last, choice, days }: WeekBarProps) {
  const t = useTranslations("booking.time");
  const format = useFormatter();
  const range = format.dateTimeRange(dayInUtc(from), dayInUtc(to), { day: "numeric", month: "long", timeZone: "UTC" });
  const weekFrom = (day: LocalDate) => bookingHref("/book/time", { ...choice, day, startsAt: undefined });
  const back = addDays(from, -7);
  return (
    <nav aria-label={t("weeks")} className="grid gap-3">
      <div className="flex items-center justify-between gap-2">
        <h2 className="min-w-0 text-lg sm:text-xl">{range}</h2>
        <div className="flex gap-2">
          {from > today && (
            <ButtonLink
              href={weekFrom(back > today ? back : today)}
              size="sm"
              className="min-h-11 min-w-11"
              aria-label={t("earlier")}
            >
              <CaretLeftIcon aria-hidden className="size-5 rtl:-scale-x-100" />
              <span className="max-sm:hidden">{t("earlier")}</span>
            </ButtonLink>
          )}
          {to < last && (
            <ButtonLink
              href={weekFrom(addDays(from, 7))}
              size="sm"
              className="min-h-11 min-w-11"
              aria-label={t("later")}
            >
              <span className="max-sm:hidden">{t("later")}</span>
              <CaretRightIcon aria-hidden className="size-5 rtl:-scale-x-100" />
            </ButtonLink>
          )}
        </div>
      </div>
      <ul className="grid grid-cols-7 border-y border-line md:hidden">
        {days.map((day) => (
          <li key={day.localDate}>
            <DayLink day={day} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function DayLink({ day }: { day: AvailableDay }) {
  const t = useTranslations("schedule");
  const format = useFormatter();
  const date = dayInUtc(day.localDate);
  const free = day.offers.length;
  const words = (
    <>
      <span className="sr-only">{format.dateTime(date, "day", { timeZone: "UTC" })}, </span>
      <span aria-hidden className="text-sm text-ink-muted">
        <WeekdayMark date={date} />
      </span>
      <span
        aria-hidden
        className={free > 0 ? "numeral text-lg leading-tight" : "numeral text-lg leading-tight text-ink-faint"}
      >
        {format.dateTime(date, "dayNumber", { timeZone: "UTC" })}
      </span>
      <span className="sr-only">{free > 0 ? t("timesFree", { count: free }) : t("day.nothing")}</span>
      <span aria-hidden className={free > 0 ? "mt-1 h-0.75 w-6 bg-pine" : "mt-1 h-0.75 w-6 bg-line"} />
    </>
  );
  const layout = "grid min-h-16 content-center justify-items-center";
  if (free === 0) return <span className={layout}>{words}</span>;
  return (
    <Link href={`#startsAt-${day.localDate}`} className={`${layout} focus-visible:-outline-offset-2`}>
      {words}
    </Link>
  );
}
