import type { BusinessHours, Closure } from "#lib/scheduling/hours.ts";
import type { BookingPolicy } from "#lib/scheduling/policy.ts";
import { addDays, dayOfWeek, type LocalDate } from "#lib/time.ts";

export const demoClinic = {
  slug: "northgate",
  name: "Northgate Practice",
  timeZone: "Europe/London",
  currency: "GBP",
  locale: "en",
  addressLine1: "21 Northgate Row",
  addressLine2: null,
  city: "London",
  postcode: "N30 2NG",
  country: "GB",
  // Numbers and addresses of people and practice alike are from ranges kept free for fiction.
  phone: "020 7946 0217",
  email: "hello@demo.slotwell.test",
  slotMinutes: 20,
  slotCapacity: 5,
  dayCapacity: 36,
  horizonDays: 30,
  minNoticeMinutes: 60,
  cancelNoticeHours: 24,
} as const;

export const demoPolicy: BookingPolicy = {
  timeZone: demoClinic.timeZone,
  horizonDays: demoClinic.horizonDays,
  minNoticeMinutes: demoClinic.minNoticeMinutes,
  cancelNoticeHours: demoClinic.cancelNoticeHours,
};

const shift = (day: number, openTime: string, closeTime: string): BusinessHours => ({
  dayOfWeek: day,
  openTime,
  closeTime,
  isClosed: false,
});

export const demoHours: readonly BusinessHours[] = [
  ...[0, 1, 2, 3, 4].map((day) => shift(day, "08:00", "12:00")),
  ...[0, 1, 2, 4].map((day) => shift(day, "13:00", "17:00")),
  shift(3, "13:00", "19:00"),
  shift(5, "09:00", "12:00"),
  { dayOfWeek: 6, openTime: "00:00", closeTime: "00:00", isClosed: true },
];

/** A training afternoon in the week after next, and a closed day further on, so that both can be seen in the calendar. */
export function demoClosures(today: LocalDate): Closure[] {
  const training = nextWeekday(addDays(today, 8), 2);
  const closed = nextWeekday(addDays(today, 20), 0);
  return [
    { from: training, to: training, reason: "Staff training in the afternoon", openTime: "08:00", closeTime: "12:00" },
    { from: closed, to: closed, reason: "New flooring in the consulting rooms", openTime: null, closeTime: null },
  ];
}

/** The first day from `date` on that is this day of the week, 0 = Monday. */
export function nextWeekday(date: LocalDate, weekday: number): LocalDate {
  return addDays(date, (weekday - dayOfWeek(date) + 7) % 7);
}
