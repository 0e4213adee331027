import { calendarAxis, hoursHolding } from "#lib/scheduling/calendar-axis.ts";
import type { CalendarAxis } from "#lib/scheduling/calendar-place.ts";
import type { CalendarDay, DoctorCalendar } from "#lib/scheduling/calendar-view.ts";
import type { LocalDate } from "#lib/time.ts";
import type { CalendarView } from "./calendar-href.ts";

const usualHours = { from: 8, to: 18 };
const workdays = 5;

/** Which days of a week are drawn, and from when to when: weekends only where there is something on them. */
export function drawnCalendar(
  { days, timeZone }: DoctorCalendar,
  { selected, view }: { selected: LocalDate; view: CalendarView },
): { days: CalendarDay[]; axis: CalendarAxis } {
  const shown =
    view === "day"
      ? days.filter(({ localDate }) => localDate === selected)
      : days.filter((day, n) => n < workdays || day.localDate === selected || hasSomething(day));
  const visits = shown.flatMap(({ working, entries }) => [...working, ...entries.map(({ occupied }) => occupied)]);
  const slots = shown.flatMap((day) => day.slots.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt })));
  const hours = hoursHolding(visits.length > 0 ? visits : slots, timeZone, usualHours);
  const axis = calendarAxis(
    shown.map(({ localDate }) => localDate),
    hours,
    timeZone,
  );
  return { days: shown, axis };
}

function hasSomething({ working, entries, off }: CalendarDay): boolean {
  return working.length + entries.length + off.length > 0;
}
