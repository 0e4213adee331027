import {
  addDays,
  dayBounds,
  type EpochMs,
  localDateOf,
  minutes,
  type TimeZone,
  wallInterval,
  wallTimeOf,
} from "#lib/time.ts";

/** Of a clinic's plan, in minutes before the appointment; the database holds the same. */
export const reminderLimits = { most: 5, shortest: 15, longest: 30 * 1440 } as const;

/** An appointment that is ahead, pending or confirmed. */
export interface RemindedAppointment {
  startsAt: EpochMs;
  /** When its patient was last told of this time: on booking, by a mail about it, by another reminder. */
  toldAt: EpochMs;
}

/** All that one person has at one clinic on one of its days. */
export interface PersonDay {
  timeZone: TimeZone;
  /** Minutes before, in any order: the clinic's plan without what the person does not want. */
  wanted: readonly number[];
  appointments: readonly RemindedAppointment[];
}

/**
 * When a reminder is due. Whole days are days of the calendar: the same wall time so many days earlier, also where the
 * clocks change in between; a wall time that does not exist that day is the first instant after the gap, one that comes
 * twice the first of the two. Everything else is real time.
 * @param before minutes, at least 1
 */
export function reminderAt(startsAt: EpochMs, before: number, zone: TimeZone): EpochMs {
  if (before % 1440 !== 0) return startsAt - minutes(before);
  const date = addDays(localDateOf(startsAt, zone), -before / 1440);
  const rest = wallInterval(date, wallTimeOf(startsAt, zone), "24:00", zone);
  return rest?.start ?? dayBounds(date, zone).end;
}

/**
 * The one reminder of a person's day that is due: of all whose moment has come for an appointment that is still ahead,
 * the latest. So a standstill is followed by one message and not by several, and nothing is ever sent after the start.
 * A moment before the person was last told of that time is past its use: who has just booked is not reminded of it.
 * @returns minutes before, or null. It may have been sent already; nobody is sent the same one twice
 */
export function dueReminder({ timeZone, wanted, appointments }: PersonDay, now: EpochMs): number | null {
  const due = appointments
    .filter(({ startsAt }) => startsAt > now)
    .flatMap(({ startsAt, toldAt }) =>
      wanted
        .map((before) => ({ before, at: reminderAt(startsAt, before, timeZone) }))
        .filter(({ at }) => at <= now && at > toldAt),
    )
    .sort((a, b) => b.at - a.at || a.before - b.before);
  return due[0]?.before ?? null;
}

/** What there is only one of: this reminder of this person's day, by this channel. */
export function reminderKey(day: {
  clinicId: string;
  email: string;
  localDate: string;
  before: number;
  channel: "email" | "sms";
}): string {
  const { clinicId, email, localDate, before, channel } = day;
  return `reminder:${clinicId}:${email.toLowerCase()}:${localDate}:${before}${channel === "sms" ? ":sms" : ""}`;
}

/**
 * Which of a clinic's reminders somebody gets.
 * @param chosen null: they never chose, and get all of them
 */
export function wantedReminders(plan: readonly number[], chosen: readonly number[] | null): number[] {
  return plan.filter((before) => chosen === null || chosen.includes(before));
}

/** Longest before first, each once. */
export function reminderPlan(given: readonly number[]): number[] {
  return [...new Set(given)].sort((a, b) => b - a);
}
