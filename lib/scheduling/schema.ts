import { z } from "zod";
import { isSecret } from "./hold.ts";
import { appointmentStatuses } from "./lifecycle.ts";
import { questionsSchema } from "./questions.ts";
import {
  blank,
  contact,
  count,
  flag,
  id,
  instantSchema,
  localDateSchema,
  optional,
  orNull,
  text,
  version,
  wallTime,
} from "./schema-fields.ts";
import { slotLimits } from "./slot.ts";
import { videoUrlSchema } from "./video.ts";

/** Services that can be booked back to back in one go. */
export const mostInBundle = 4;

// One schema per command, shared by form, action and API.

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

/** Several services in a row, all of them or none. */
export const bookBundleSchema = bookAppointmentSchema
  .omit({ serviceId: true, doctorId: true, answers: true, hold: true })
  .extend({
    items: z
      .array(bookAppointmentSchema.pick({ serviceId: true, doctorId: true, answers: true }))
      .min(2, "too_small")
      .max(mostInBundle, "too_large"),
  });

/** What is left out stays as it is. */
export const updateAppointmentSchema = z.object({
  id,
  version,
  urgent: optional(flag),
  internalNotes: orNull(text(2000)).optional(),
});

export const waiveNoShowSchema = z.object({ id, version, waived: optional(flag).default(true) });

/** Of somebody without an account who books for themselves. */
export const guestContactSchema = z.object({
  contact: contact.extend({ email: z.email({ error: ({ input }) => (blank(input) ? "email" : "required") }) }),
});

const holdSecret = optional(z.string().refine(isSecret, "invalid"));

export const holdAppointmentSchema = bookAppointmentSchema
  .pick({ clinicId: true, serviceId: true, doctorId: true, startsAt: true })
  .extend({ secret: holdSecret });

export const heldPlaceSchema = z.object({ id, secret: holdSecret });

export const appointmentSchema = z.object({ id, version });
export const rejectAppointmentSchema = z.object({ id, version, reason: optional(text(500)) });
export const cancelAppointmentSchema = z.object({ id, version, reason: optional(text(500)) });
export const rescheduleAppointmentSchema = z.object({
  id,
  version,
  startsAt: instantSchema,
  /** Left out: the same doctor. */
  doctorId: optional(z.union([z.literal("any"), id])),
  reason: optional(text(500)),
  /** Somebody of the team changes their own appointment as any patient would. */
  as: optional(z.literal("patient")),
});
/** Its end, along the slots. */
export const resizeAppointmentSchema = z.object({ id, version, endsAt: instantSchema, reason: optional(text(500)) });
/** Null: its doctor's usual one. */
export const setVideoLinkSchema = z.object({ id, version, videoUrl: videoUrlSchema });
export const undoStepSchema = z.object({ id, version: z.coerce.number("required").int().positive() });
export const bulkTransitionSchema = z.object({
  ids: z.array(id).min(1, "choose").max(100, "too_large"),
  /** What the person saw, by id; a newer one refuses. */
  versions: z.record(z.string(), z.coerce.number().int().positive()).optional(),
  to: z.enum(["confirmed", "rejected", "completed", "no_show", "cancelled"]),
  reason: optional(text(500)),
});
export const undoStepsSchema = z.object({
  steps: z.array(undoStepSchema).min(1, "choose").max(100, "too_large"),
});
export const transitionAppointmentSchema = z.object({ id, version, to: z.enum(appointmentStatuses) });

export const explainTimeSchema = z.object({
  clinicId: id,
  serviceId: id,
  /** Null: everybody who offers the service. */
  doctorId: orNull(id),
  startsAt: instantSchema,
});

export const offerReplacementSchema = z.object({ appointmentId: id, startsAt: instantSchema, doctorId: orNull(id) });
/** `id`: the place that is held for it. */
export const replacementSchema = z.object({ id });

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

export const regenerateSlotsSchema = z.object({
  clinicId: id,
  startDate: localDateSchema,
  endDate: localDateSchema,
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
/** That a week may have. */
export const mostShifts = 70;
const week = <T extends z.ZodType>(shift: T) => z.array(shift).max(mostShifts, "too_large");

const shift = { openTime: wallTime, closeTime: wallTime };
const weekdayShift = z.object({ dayOfWeek, ...shift });
const weekShifts = week(weekdayShift);

export const replaceBusinessHoursSchema = z.object({ clinicId: id, hours: weekShifts });
export const addShiftSchema = weekdayShift.extend({ clinicId: id });
/** What is left out stays as it is. */
export const changeShiftSchema = weekdayShift.partial().extend({ id });
export const removeShiftSchema = z.object({ id });

export const weekTemplateSchema = z.object({
  name: text(80),
  validFrom: localDateSchema,
  /** Included. */
  validTo: localDateSchema,
  hours: weekShifts,
});
export const createWeekTemplateSchema = weekTemplateSchema.extend({ clinicId: id });
export const replaceWeekTemplateSchema = weekTemplateSchema.extend({ id });
export const deleteWeekTemplateSchema = z.object({ id });

const closureSchema = z.object({
  reason: text(120),
  from: localDateSchema,
  /** Included; the same day where left out. */
  to: optional(localDateSchema),
  /** The hours of those days; none where closed. */
  shifts: z.array(z.object(shift)).max(10, "too_large"),
});
export const addClosureSchema = closureSchema.extend({ clinicId: id });
/** What is left out stays. */
export const changeClosureSchema = closureSchema.partial().extend({ id });
export const removeClosureSchema = z.object({ id });

export const importHolidaysSchema = z.object({
  clinicId: id,
  country: z.string("required").regex(/^[A-Z]{2}$/, "choose"),
  /** As the list of holidays names it; null: the whole country's. */
  region: orNull(z.string().regex(/^[A-Z0-9-]{1,10}$/i, "choose")),
  year: count(2000, 2199),
  /** Which of them, by their first days; all where left out. */
  dates: z.array(localDateSchema).max(100, "too_large").optional(),
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

/** `doctorId`: whose it has to be, where that is known. */
export const removeDoctorTimeSchema = z.object({ clinicId: id, id, doctorId: optional(id) });

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
  /** Seats of a session; 1: for one person. */
  groupSize: optional(count(1, 500)).default(1),
  /** The kind of room or device that it needs; null: any will do. */
  resourceKind: orNull(text(60)),
  doctorIds: z.array(id),
  /** Left out: as they were. */
  questions: questionsSchema.optional(),
});

export const createServiceSchema = service.extend({ clinicId: id });
export const updateServiceSchema = service.extend({ id, isActive: optional(flag).default(false) });

const resource = z.object({ kind: text(60), name: text(80) });

export const createResourceSchema = resource.extend({ clinicId: id });
export const updateResourceSchema = resource.extend({ id, isActive: optional(flag).default(false) });
export const assignResourceSchema = z.object({ id, resourceId: id, version });

/** Tick boxes of one name: none, one or several. */
const ticked = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(schema).max(7));

export const joinWaitlistSchema = z
  .object({
    clinicId: id,
    serviceId: id,
    /** Null: any doctor. */
    doctorId: orNull(id),
    /** None: any day. */
    daysOfWeek: ticked(dayOfWeek),
    /** Null: at any time. */
    fromTime: orNull(wallTime),
    toTime: orNull(wallTime).transform((time) => (time === "00:00" || time === "24:00" ? null : time)),
    untilDate: localDateSchema,
  })
  .refine(({ fromTime, toTime }) => fromTime === null || toTime === null || fromTime < toTime, {
    path: ["toTime"],
    message: "close_not_after_open",
  });
export const waitlistEntrySchema = z.object({ id });
export const acceptOfferSchema = z.object({
  id,
  notes: optional(text(1000)),
  /** By the question's id. */
  answers: z.record(z.string(), z.string()).optional(),
});

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
  /** Null: no limit. */
  noShowLimit: orNull(count(1, 100)),
  /** For how long a place is kept for whoever it is offered to from the waiting list. */
  offerMinutes: count(5, 2 * 24 * 60),
});
