import { z } from "zod";
import { isLocalDate, parseInstant, wallMinutes } from "#lib/time.ts";
import { appointmentStatuses } from "./lifecycle.ts";
import { slotLimits } from "./slot.ts";

// One schema per command, shared by form, action and API. Forms send text and leave fields empty, so numbers are
// coerced and an empty optional field counts as left out. Messages are keys under `refusal.field`.

const id = z.uuid("required");
const blank = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const blankToNull = (value: unknown) => blank(value) ?? null;

const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional());
const orNull = <T extends z.ZodType>(schema: T) => z.preprocess(blankToNull, schema.nullable());
// Browsers send line ends as two characters and count them as one.
const oneLineEnd = (value: string) => value.replaceAll("\r\n", "\n");
const text = (longest: number) =>
  z.string("required").overwrite(oneLineEnd).trim().min(1, "required").max(longest, "too_long");
const count = (least: number, most: number) =>
  z.preprocess(blank, z.coerce.number("number").int("number").min(least, "too_small").max(most, "too_large"));
const flag = z.preprocess(
  (value) => (value === "on" || value === "true" ? true : value === "false" ? false : value),
  z.boolean(),
);

/** A calendar day, `YYYY-MM-DD`. */
const localDateSchema = z.string("required").refine(isLocalDate, "date");

const wallTime = z.string("required").refine((value) => {
  try {
    return wallMinutes(value) >= 0;
  } catch {
    return false;
  }
}, "time");

/** RFC 3339 with an offset, or epoch milliseconds; becomes epoch milliseconds. */
const instantSchema = z.union([z.number().int(), z.string()], "required").transform((value, context) => {
  if (typeof value === "number") return value;
  if (/^\d{11,14}$/.test(value)) return Number(value);
  try {
    return parseInstant(value);
  } catch {
    context.addIssue({ code: "custom", message: "instant" });
    return z.NEVER;
  }
});

/** Of somebody without an account. */
const contact = z.object({ name: text(120), email: optional(z.email("email")), phone: optional(text(40)) });

const version = optional(z.coerce.number().int().positive());

export const bookAppointmentSchema = z.object({
  clinicId: id,
  serviceId: id,
  /** Null: any doctor who is free. */
  doctorId: orNull(id),
  startsAt: instantSchema,
  notes: optional(text(1000)),
  /** By the question's id. */
  answers: z.record(z.string(), z.string()).optional(),
  /** A place that is held already. */
  hold: z.object({ id, secret: z.string().optional() }).optional(),
  /** For whom staff book: an account, or somebody without one. A guest gives their own name and address. */
  patientId: optional(id),
  contact: contact.optional(),
  urgent: optional(flag),
});

export const appointmentSchema = z.object({ id, version });
export const rejectAppointmentSchema = z.object({ id, version, reason: optional(text(500)) });
export const cancelAppointmentSchema = z.object({ id, version, reason: optional(text(500)) });
export const transitionAppointmentSchema = z.object({ id, version, to: z.enum(appointmentStatuses) });

const slotMinutes = count(slotLimits.minMinutes, slotLimits.maxMinutes);
const capacity = count(1, 1000);

export const generateSlotsSchema = z.object({
  clinicId: id,
  startDate: localDateSchema,
  endDate: localDateSchema,
  /** The clinic's own where left out. */
  slotMinutes: optional(slotMinutes),
  capacity: optional(capacity),
});

export const updateTimeSlotSchema = z.object({ id, capacity: optional(capacity), isOpen: optional(flag) });
export const updateTimeSlotsSchema = z.object({
  clinicId: id,
  slots: z
    .array(z.object({ id, capacity, isOpen: flag }))
    .min(1, "required")
    .max(200, "too_large"),
});
export const deleteTimeSlotSchema = z.object({ id });
export const setDayCapacitySchema = z.object({ clinicId: id, localDate: localDateSchema, capacity: orNull(capacity) });

const dayOfWeek = z.coerce.number().int().min(0).max(6);
const week = <T extends z.ZodType>(shift: T) => z.array(shift).max(70, "too_large");

export const replaceBusinessHoursSchema = z.object({
  clinicId: id,
  hours: week(z.object({ dayOfWeek, openTime: wallTime, closeTime: wallTime })),
});

const doctorOf = { clinicId: id, doctorId: id };
const weeklyShifts = week(z.object({ dayOfWeek, startTime: wallTime, endTime: wallTime }));
/** The day on which a doctor's week begins; null: it always held. */
const beginning = orNull(localDateSchema);

export const replaceWeeklyHoursSchema = z.object({
  ...doctorOf,
  hours: weeklyShifts,
  from: beginning,
  /** Other weeks, by their beginnings, that shall have these hours too. */
  also: z.array(beginning).max(100, "too_large").default([]),
});

export const addWeekSchema = z.object({
  ...doctorOf,
  hours: weeklyShifts,
  from: localDateSchema,
  /** Null: for good. */
  until: orNull(localDateSchema),
});

export const removeWeekSchema = z.object({ ...doctorOf, from: localDateSchema });

export const addTimeOffSchema = z.object({
  ...doctorOf,
  from: localDateSchema,
  /** Null: from the beginning of the day. */
  fromTime: orNull(wallTime),
  /** Included; null: the same day. */
  to: orNull(localDateSchema),
  /** Null: until the end of the day. */
  toTime: orNull(wallTime),
  reason: orNull(text(200)),
});

export const addWindowSchema = z.object({
  ...doctorOf,
  date: localDateSchema,
  startTime: wallTime,
  endTime: wallTime,
});

export const removeDoctorTimeSchema = z.object({ clinicId: id, id });

export const saveDoctorServicesSchema = z.object({
  ...doctorOf,
  services: z
    .array(
      z.object({
        serviceId: id,
        isOffered: flag,
        /** Minor units; null: the service's own. */
        priceAmount: orNull(count(0, 100_000_000)),
        /** Null: the service's own. */
        durationMinutes: orNull(count(5, 1440)),
      }),
    )
    .max(500, "too_large"),
});

const service = z.object({
  name: text(120),
  description: orNull(text(1000)),
  durationMinutes: count(5, 1440),
  bufferBeforeMinutes: optional(count(0, 480)).default(0),
  bufferAfterMinutes: optional(count(0, 480)).default(0),
  /** Minor units. */
  priceAmount: count(0, 100_000_000),
  mode: z.enum(["in_person", "phone", "video"], "required"),
  requiresConfirmation: optional(flag).default(false),
  doctorIds: z.array(id),
});

export const createServiceSchema = service.extend({ clinicId: id });
export const updateServiceSchema = service.extend({ id, isActive: optional(flag).default(false) });

export const updateClinicSchema = z.object({
  clinicId: id,
  name: text(120),
  phone: orNull(text(40)),
  email: orNull(z.email("email")),
  addressLine1: orNull(text(120)),
  addressLine2: orNull(text(120)),
  city: orNull(text(80)),
  postcode: orNull(text(20)),
  slotMinutes,
  slotCapacity: capacity,
  dayCapacity: orNull(count(1, 100_000)),
  horizonDays: count(1, 730),
  minNoticeMinutes: count(0, 60 * 24 * 60),
  cancelNoticeHours: count(0, 24 * 60),
});
