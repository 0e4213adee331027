"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { EpochMs, Interval, TimeZone } from "#lib/time.ts";
import { useServerClock } from "./use-server-clock.ts";

interface NowLineProps {
  /** What the height of the surrounding positioned element stands for. */
  hours: Interval;
  /** The server's clock when the page was made; the device's may be wrong. */
  now: EpochMs;
  timeZone: TimeZone;
}

/** A line across a timetable that runs from top to bottom, moving on as time does. */
export function NowLine({ hours, now: servedAt, timeZone }: NowLineProps) {
  const now = useServerClock(servedAt);
  const format = useFormatter();
  const t = useTranslations("schedule");
  if (now < hours.start || now >= hours.end) return null;
  const time = format.dateTime(now, "time", { timeZone });
  const top = `${(((now - hours.start) / (hours.end - hours.start)) * 100).toFixed(2)}%`;
  return (
    <p
      className="pointer-events-none absolute inset-x-0 z-10 border-t-2 border-brick"
      style={{ top }}
      data-print="hide"
    >
      <span className="sr-only">{t("now", { time })}</span>
      <span
        aria-hidden
        className="figures absolute start-0 -translate-y-1/2 rounded-xs bg-brick px-1.5 text-xs leading-4.5 font-semibold text-on-brick"
      >
        {time}
      </span>
    </p>
  );
}
