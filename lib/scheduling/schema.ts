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

const version = optional(z.coerce.number().int().positive());

export const bookAppointmentSchema = z.object({
  clinicId: id,
  serviceId: id,
  /** Null: any doctor who is free. */
  doctorId: orNull(id),
  startsAt: instantSchema,
  notes: optional(text(1000)),
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

export const replaceWeeklyHoursSchema = z.object({
  clinicId: id,
  doctorId: id,
  hours: week(z.object({ dayOfWeek, startTime: wallTime, endTime: wallTime })),
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
