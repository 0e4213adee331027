import type { useFormatter } from "next-intl";

/** The name of a day of the week, 0 = Monday. */
export function weekdayName(
  format: ReturnType<typeof useFormatter>,
  day: number,
  width: "weekday" | "weekdayShort" = "weekday",
): string {
  // 1 January 2024 was a Monday.
  return format.dateTime(new Date(Date.UTC(2024, 0, 1 + day, 12)), width, { timeZone: "UTC" });
}
