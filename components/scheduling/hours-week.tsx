import { useFormatter, useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import type { Shift } from "#lib/scheduling/hours.ts";
import { type LocalDate, wallMinutes } from "#lib/time.ts";
import { dayInUtc } from "./day-axis.ts";

export interface HoursDay {
  localDate: LocalDate;
  isToday: boolean;
  shifts: readonly Shift[];
  /** In words, where the day is closed out of turn: "Christmas Day". */
  reason: string | null;
}

/** Opening hours as a timetable: a bar per shift on a shared axis of hours, the times beside it. */
export function HoursWeek({ days }: { days: readonly HoursDay[] }) {
  const t = useTranslations("home.hours");
  const format = useFormatter();
  const share = axisOf(days);
  return (
    <ul className="divide-y divide-line border-y border-line">
      {days.map(({ localDate, isToday, shifts, reason }) => (
        <li
          key={localDate}
          className={classNames(
            "grid grid-cols-[4.5rem_minmax(0,1fr)] items-center gap-x-4 py-2.5 sm:grid-cols-[7rem_minmax(0,1fr)_minmax(0,12rem)]",
            isToday && "font-[560]",
          )}
        >
          <span>
            <span aria-hidden className="sm:hidden">
              {format.dateTime(dayInUtc(localDate), "weekdayShort", { timeZone: "UTC" })}
            </span>
            <span className="max-sm:sr-only">
              {format.dateTime(dayInUtc(localDate), "weekday", { timeZone: "UTC" })}
            </span>
            {isToday && <span className="sr-only">, {t("today")}</span>}
          </span>
          <span aria-hidden className="relative h-2 hatched [--hatch-color:var(--color-line)] max-sm:hidden">
            {shifts.map((shift) => (
              <span
                key={shift.openTime}
                className={classNames("absolute inset-y-0", isToday ? "bg-pine-area" : "bg-line-strong")}
                style={share(shift)}
              />
            ))}
          </span>
          <span className="figures text-md">
            {shifts.length === 0 && <span className="text-ink-muted">{t("closed")}</span>}
            {format.list(
              shifts.map(({ openTime, closeTime }) => t("shift", { openTime, closeTime })),
              { type: "unit" },
            )}
            {reason && <span className="text-ink-muted"> {reason}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Where a shift lies between the week's first and last whole hour. */
function axisOf(days: readonly HoursDay[]) {
  const minutes = days.flatMap(({ shifts }) =>
    shifts.flatMap((shift) => [shift.openTime, shift.closeTime].map(wallMinutes)),
  );
  const from = Math.floor(Math.min(9 * 60, ...minutes) / 60) * 60;
  const to = Math.ceil(Math.max(17 * 60, ...minutes) / 60) * 60;
  const percent = (length: number) => `${((length / (to - from)) * 100).toFixed(2)}%`;
  return ({ openTime, closeTime }: Shift) => ({
    insetInlineStart: percent(wallMinutes(openTime) - from),
    width: percent(wallMinutes(closeTime) - wallMinutes(openTime)),
  });
}
