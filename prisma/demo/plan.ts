import { shiftsOn } from "#lib/scheduling/hours.ts";
import type { Interval } from "#lib/scheduling/interval.ts";
import {
  addDays,
  datesFrom,
  dayBounds,
  dayOfWeek,
  daysBetween,
  type EpochMs,
  type LocalDate,
  localDateOf,
  wallInterval,
} from "#lib/time.ts";
import { bookings, type DemoAppointment } from "./bookings.ts";
import {
  type DemoClosure,
  type DemoTemplate,
  demoClinic,
  demoClosures,
  demoHours,
  demoSummer,
  nextWeekday,
} from "./clinic.ts";
import { type House, openHouse, reach } from "./house.ts";
import { leaveOpenEnds } from "./open-ends.ts";
import { demoPatient } from "./people.ts";
import { type Random, seededRandom } from "./random.ts";
import { urgentNotes } from "./texts.ts";

export interface DemoPlan {
  today: LocalDate;
  house: House;
  closures: readonly DemoClosure[];
  summer: DemoTemplate;
  timeOff: readonly { doctor: string; reason: string; interval: Interval }[];
  windows: readonly { doctor: string; interval: Interval }[];
  /** By start. */
  appointments: readonly DemoAppointment[];
}

/** The seventh slot of a usual day, 10:00. */
const firstPeak = 6;

/** Five weeks behind `now`, which the analytics look back on, and two ahead. The same for the same `now`. */
export function planDemo(now: EpochMs, random: Random = seededRandom(20_260_117)): DemoPlan {
  const today = localDateOf(now, demoClinic.timeZone);
  const closures = demoClosures(today);
  const away = nextWeekday(addDays(today, 3), 2);
  const saturday = nextWeekday(addDays(today, 2), 5);
  const timeOff = [
    {
      doctor: "tomasz-zielinski",
      reason: "Dermatology congress in Gdańsk",
      interval: { start: bounds(away).start, end: bounds(addDays(away, 2)).end },
    },
  ];
  const extra = wallInterval(saturday, "09:00", "12:00", demoClinic.timeZone);
  const windows = extra ? [{ doctor: "priya-raman", interval: extra }] : [];

  const house = openHouse(today, closures, { timeOff: byDoctor(timeOff), windows: byDoctor(windows) });
  const desk = bookings(house, now, random);
  const dates = datesFrom(addDays(today, -7), addDays(today, 14)).filter((date) => house.days.has(date));
  const weekdays = dates.filter((date) => dayOfWeek(date) < 5);
  const isRegular = (date: LocalDate) => shiftsOn(date, demoHours, closures).length > 1;
  const ahead = weekdays.filter((date) => date > today && isRegular(date));
  const behind = weekdays.filter((date) => date < today).reverse();

  bookOwnVisits();
  fillInbox();
  for (const date of [today, ...ahead].slice(0, 6)) makePeaks(date);
  fillUp();
  fillPast();

  const appointments = desk.appointments().sort((a, b) => a.visit.startsAt - b.visit.startsAt);
  const summer = demoSummer(today);
  return { today, house, closures, summer, timeOff, windows, appointments: leaveOpenEnds(appointments, now) };

  /** What the demo's patient finds in their account. */
  function bookOwnVisits(): void {
    const own = { person: demoPatient };
    desk.book({ ...own, dates: ahead, service: "phone-consultation", doctor: "amara-okafor", fate: "confirmed" });
    desk.book({
      ...own,
      dates: ahead.slice(2),
      service: "gp-consultation",
      doctor: "amara-okafor",
      fate: "unanswered",
    });
    desk.book({
      ...own,
      dates: ahead.slice(4),
      service: "video-consultation",
      doctor: "priya-raman",
      fate: "confirmed",
    });
    desk.book({ ...own, dates: ahead.slice(6), service: "skin-check", fate: "confirmed" });
    desk.book({ ...own, dates: ahead.slice(3), service: "joint-and-back-assessment", fate: "cancelled" });
    desk.book({ ...own, dates: behind, service: "gp-consultation", doctor: "amara-okafor", fate: "usual" });
    desk.book({ ...own, dates: behind.slice(1), service: "heart-check", fate: "declined" });
    desk.book({ ...own, dates: behind.slice(2), service: "blood-test", fate: "usual" });
    desk.book({ ...own, dates: behind.slice(3), service: "phone-consultation", fate: "missed" });
  }

  /** What waits for the demo's doctor. */
  function fillInbox(): void {
    const requests = { doctor: "amara-okafor", fate: "unanswered" } as const;
    urgentNotes.forEach((notes, n) => {
      desk.book({ ...requests, dates: ahead.slice(n), service: "gp-consultation", notes, urgent: true });
    });
    for (const n of [1, 2, 3, 4, 5, 6, 7]) {
      const service = n % 3 === 0 ? "video-consultation" : "gp-consultation";
      desk.book({ ...requests, dates: ahead.slice(n), service });
    }
  }

  /** Times that are full and others with a single place left, where enough doctors are in; today from now on. */
  function makePeaks(date: LocalDate): void {
    const slots = house.slots.filter((slot) => slot.localDate === date);
    const next = slots.findIndex((slot) => slot.startsAt > now);
    const first = date === today ? next : firstPeak;
    if (first < 0) return;
    [demoClinic.slotCapacity, demoClinic.slotCapacity - 1, 0, demoClinic.slotCapacity - 1].forEach((goal, n) => {
      const slot = slots[first + n];
      if (slot && goal > 0) desk.crowd(slot, goal);
    });
  }

  /** Fewer appointments the further ahead, Saturdays short, and one day that takes no more. */
  function fillUp(): void {
    const fullDate = ahead.find((date) => [1, 3].includes(dayOfWeek(date)));
    for (const date of dates) {
      const daysAhead = Math.max(0, datesFrom(today, date).length - 1);
      const usual = dayOfWeek(date) === 5 ? 9 - daysAhead / 4 : (isRegular(date) ? 30 : 20) - daysAhead;
      desk.fill(date, date === fullDate ? demoClinic.dayCapacity : Math.round(usual) + random.between(-2, 2));
    }
  }

  /** The weeks before last, drawn last: busier by and by, so that a comparison has something to say. */
  function fillPast(): void {
    for (const date of datesFrom(addDays(today, -reach.back), addDays(today, -8))) {
      if (!house.days.has(date)) continue;
      const usual = (dayOfWeek(date) === 5 ? 6 : 18) + (daysBetween(date, today) < 21 ? 4 : 0);
      desk.fill(date, usual + random.between(-3, 3));
    }
  }
}

function bounds(date: LocalDate): Interval {
  return dayBounds(date, demoClinic.timeZone);
}

function byDoctor(stretches: readonly { doctor: string; interval: Interval }[]): Map<string, Interval[]> {
  return new Map(stretches.map(({ doctor, interval }) => [doctor, [interval]]));
}
