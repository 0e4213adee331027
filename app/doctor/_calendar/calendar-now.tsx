"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useServerClock } from "#components/scheduling/use-server-clock.ts";
import { type AxisCell, placeOf } from "#lib/scheduling/calendar-place.ts";
import type { EpochMs, TimeZone } from "#lib/time.ts";

interface CalendarNowProps {
  cells: readonly AxisCell[];
  rows: number;
  /** The server's clock when the page was made; the device's may be wrong. */
  now: EpochMs;
  timeZone: TimeZone;
}

/** A line across today, moving on as time does. */
export function CalendarNow({ cells, rows, now: servedAt, timeZone }: CalendarNowProps) {
  const now = useServerClock(servedAt);
  const format = useFormatter();
  const t = useTranslations("schedule");
  const place = placeOf(cells, now);
  if (place === null) return null;
  const time = format.dateTime(now, "time", { timeZone });
  return (
    <p
      className="pointer-events-none absolute inset-x-0 border-t-2 border-brick before:absolute before:-top-1.25 before:-start-1 before:size-2 before:rounded-full before:bg-brick"
      style={{ top: `${((place / (rows * 60)) * 100).toFixed(2)}%` }}
      data-print="hide"
    >
      <span className="sr-only">{t("now", { time })}</span>
    </p>
  );
}
