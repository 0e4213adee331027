import { z } from "zod";
import type { StoredSlot } from "../../scheduling/capacity.ts";
import type { ClosureEntry } from "../../scheduling/closures.ts";
import type { SlotsRegenerated } from "../../scheduling/view.ts";
import type { TimeZone } from "../../time.ts";
import { dateField, endTimeField, instant, instantAnswer, timeField, weekdayField } from "../fields.ts";

const count = z.int().min(0);

/** What became of the slots after a change of hours. */
export const slotsFollowed = z
  .strictObject({
    created: count,
    dropped: count,
    closed: count.meta({ description: "Booked and outside the hours now: closed to anybody new" }),
    reopened: count,
    kept: count.meta({ description: "Booked, though the hours no longer ask for them" }),
    appointments: z
      .array(z.uuid())
      .meta({ description: "Booked in those; they stay, and somebody should look at them" }),
  })
  .meta({ id: "SlotsFollowed" });

export function toSlotsFollowed({ appointments, ...counts }: SlotsRegenerated): z.output<typeof slotsFollowed> {
  return { ...counts, appointments: appointments.map(({ id }) => id) };
}

export const shiftFields = { dayOfWeek: weekdayField, openTime: timeField, closeTime: endTimeField };

/** An opening of the usual week. */
export const shift = z.strictObject({ id: z.uuid(), ...shiftFields }).meta({ id: "Shift" });

export const closure = z
  .strictObject({
    id: z.uuid(),
    from: dateField,
    to: dateField.meta({ description: "Included" }),
    reason: z.string(),
    shifts: z
      .array(z.strictObject({ openTime: timeField, closeTime: endTimeField }))
      .meta({ description: "The hours of those days; none: closed" }),
    holiday: z
      .string()
      .nullable()
      .meta({ description: "The public holiday that it was imported as", examples: ["GB-ENG/2026-12-25"] }),
  })
  .meta({ id: "Closure" });

export function toClosure({ id, from, to, reason, shifts, holiday }: ClosureEntry): z.output<typeof closure> {
  return { id, from, to, reason, shifts, holiday };
}

export const timeSlot = z
  .strictObject({
    id: z.uuid(),
    date: dateField,
    startsAt: instantAnswer,
    endsAt: instantAnswer,
    capacity: count,
    booked: count,
    remaining: count.meta({ description: "Places that it would still let in; the day may have a limit of its own" }),
    isOpen: z.boolean(),
  })
  .meta({ id: "TimeSlot" });

export function toTimeSlot(slot: StoredSlot, zone: TimeZone): z.output<typeof timeSlot> {
  const { id, localDate: date, startsAt, endsAt, capacity, booked, isOpen } = slot;
  const remaining = isOpen ? Math.max(0, capacity - booked) : 0;
  return {
    id,
    date,
    startsAt: instant(startsAt, zone),
    endsAt: instant(endsAt, zone),
    capacity,
    booked,
    remaining,
    isOpen,
  };
}
