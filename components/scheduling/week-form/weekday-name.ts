import type { useFormatter } from "next-intl";

/** The name of a day of the week, 0 = Monday. */
export function weekdayName(
  format: ReturnType<typeof useFormatter>,
  day: number,
  width: "weekday" | "weekdayShort" = "weekday",
): string {
  return format.dateTime(dateOfWeekday(day), width, { timeZone: "UTC" });
}

/** Some date in UTC that is that day of the week, 0 = Monday. */
export function dateOfWeekday(day: number): Date {
  // 1 January 2024 was a Monday.
  return new Date(Date.UTC(2024, 0, 1 + day, 12));
}
