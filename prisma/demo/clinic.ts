import Holidays from "date-holidays";
import type { BusinessHours, Closure, WeekShift } from "#lib/scheduling/hours.ts";
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
  region: "ENG",
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

const shift = (dayOfWeek: number, openTime: string, closeTime: string): WeekShift => ({
  dayOfWeek,
  openTime,
  closeTime,
  isClosed: false,
});
const closedOn = (dayOfWeek: number): WeekShift => ({ ...shift(dayOfWeek, "00:00", "00:00"), isClosed: true });

const usual = { validFrom: null, validTo: null };

export const demoHours: readonly BusinessHours[] = [
  ...[0, 1, 2, 3, 4].map((day) => shift(day, "08:00", "12:00")),
  ...[0, 1, 2, 4].map((day) => shift(day, "13:00", "17:00")),
  shift(3, "13:00", "19:00"),
  shift(5, "09:00", "12:00"),
  closedOn(6),
].map((row) => ({ ...row, ...usual }));

/** The weeks that are filled with appointments stay as they usually are, whenever the demo is made. */
const undisturbedDays = 15;

export interface DemoTemplate {
  name: string;
  validFrom: LocalDate;
  validTo: LocalDate;
  hours: readonly WeekShift[];
}

/** The coming July and August: earlier days, and no Saturdays. */
export function demoSummer(today: LocalDate): DemoTemplate {
  const year = Number(addDays(today, undisturbedDays).slice(0, 4));
  const summer = `${year}-07-01` >= addDays(today, undisturbedDays) ? year : year + 1;
  return {
    name: "Summer hours",
    validFrom: `${summer}-07-01`,
    validTo: `${summer}-08-31`,
    hours: [
      ...[0, 1, 2, 3, 4].map((day) => shift(day, "07:30", "11:30")),
      ...[0, 1, 2, 3].map((day) => shift(day, "12:30", "16:00")),
      closedOn(5),
      closedOn(6),
    ],
  };
}

/** Every week that holds at the clinic. */
export function demoWeeks(today: LocalDate): BusinessHours[] {
  const { hours, validFrom, validTo } = demoSummer(today);
  return [...demoHours, ...hours.map((row) => ({ ...row, validFrom, validTo }))];
}

export interface DemoClosure extends Closure {
  /** As an import names it; null for the clinic's own. */
  holiday: string | null;
}

/**
 * A training afternoon in the week after next and a closed day further on, so that both can be seen in the calendar, and
 * the next public holidays.
 */
export function demoClosures(today: LocalDate): DemoClosure[] {
  const training = nextWeekday(addDays(today, 8), 2);
  const closed = nextWeekday(addDays(today, 20), 0);
  const own = { holiday: null };
  return [
    { ...own, ...onDay(training), reason: "Staff training in the afternoon", openTime: "08:00", closeTime: "12:00" },
    { ...own, ...onDay(closed), reason: "New flooring in the consulting rooms", openTime: null, closeTime: null },
    ...nextHolidays(addDays(today, undisturbedDays), 3),
  ];
}

function nextHolidays(from: LocalDate, count: number): DemoClosure[] {
  const { country, region, locale } = demoClinic;
  const calendar = new Holidays(country, region);
  const year = Number(from.slice(0, 4));
  return [year, year + 1]
    .flatMap((each) => calendar.getHolidays(each, locale))
    .filter(({ type, date }) => type === "public" && date.slice(0, 10) >= from)
    .slice(0, count)
    .map(({ date, name }) => {
      const day = date.slice(0, 10);
      const holiday = `${country}-${region}/${day}`;
      return { ...onDay(day), reason: name, openTime: null, closeTime: null, holiday };
    });
}

function onDay(date: LocalDate) {
  return { from: date, to: date };
}

/** The first day from `date` on that is this day of the week, 0 = Monday. */
export function nextWeekday(date: LocalDate, weekday: number): LocalDate {
  return addDays(date, (weekday - dayOfWeek(date) + 7) % 7);
}
