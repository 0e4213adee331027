import type { LocalDate } from "#lib/time.ts";

export type CalendarView = "week" | "day";

/** The calendar's page; without a date it is today, without a view a week. */
export function calendarHref(date: LocalDate, view: CalendarView, today: LocalDate): string {
  const query = new URLSearchParams({
    ...(view === "day" && { view }),
    ...(date !== today && { date }),
  });
  return query.size > 0 ? `/doctor/calendar?${query}` : "/doctor/calendar";
}
