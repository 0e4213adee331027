import type { Formats } from "next-intl";

/**
 * Named date and number styles, so that a day or a time reads the same everywhere.
 * Use as `format.dateTime(instant, "time", { timeZone })`; the zone is always the clinic's.
 */
export const formats = {
  dateTime: {
    time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    day: { weekday: "long", day: "numeric", month: "long" },
    dayWithYear: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
    dayShort: { weekday: "short", day: "numeric", month: "short" },
    date: { day: "numeric", month: "long", year: "numeric" },
    dateShort: { day: "numeric", month: "short", year: "numeric" },
    weekday: { weekday: "long" },
    weekdayShort: { weekday: "short" },
    weekdayNarrow: { weekday: "narrow" },
    dayNumber: { day: "numeric" },
    month: { month: "long" },
    monthShort: { month: "short" },
    moment: {
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    },
    zone: { timeZoneName: "long" },
  },
  number: {
    percent: { style: "percent", maximumFractionDigits: 0 },
  },
} satisfies Formats;
