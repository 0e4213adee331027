import { z } from "zod";
import { id, localDateSchema, optional } from "#lib/scheduling/schema-fields.ts";
import { daysIn, longestRangeDays } from "./range.ts";

// What analytics is asked and what it answers, for the page and for the API alike. Days are the clinic's own.

/** At most 400 days, both included; a doctor or a service narrows the appointments, not the places of the house. */
export const analyticsQuerySchema = z
  .object({
    clinicId: id,
    from: localDateSchema,
    to: localDateSchema,
    doctorId: optional(id),
    serviceId: optional(id),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "before_start" })
  .refine((range) => daysIn(range) <= longestRangeDays, { path: ["to"], message: "range_too_long" });

export type AnalyticsQuery = z.output<typeof analyticsQuerySchema>;

const count = z.int().nonnegative();
/** Between 0 and 1; null where there is nothing to take a share of. */
const share = z.number().nonnegative().nullable();
const rangeSchema = z.object({ from: z.string(), to: z.string() });

/** From booking to beginning, in minutes; visits of care plans are left out, which are booked for months ahead. */
const leadSchema = z.object({ q1: z.number(), median: z.number(), q3: z.number(), count }).nullable();

const figuresSchema = z.object({
  /** Everything that was booked, whatever became of it; not places held or asked for in vain. */
  bookings: count,
  /** Bookings that took or take place, or were missed: all but the cancelled and declined. */
  appointments: count,
  /** Completed, or the patient is in the house. */
  came: count,
  missed: count,
  /** Ahead, requested or confirmed. */
  ahead: count,
  /** Past, and nobody noted whether the patient came. */
  unresolved: count,
  cancelled: count,
  /** Of the cancelled: after the deadline that holds now. */
  cancelledLate: count,
  declined: count,
  /** missed ÷ (came + missed) */
  noShowRate: share,
  /** cancelled ÷ bookings */
  cancellationRate: share,
  /** Doctors' time with patients, without buffers; a group session counts once. */
  minutes: z.number().nonnegative(),
  lead: leadSchema,
  /** Prices as booked of appointments that were not missed, in minor units, by currency. */
  value: z.array(z.object({ amount: z.int(), currency: z.string() })),
});

/** Places × minutes. */
const occupancySchema = z.object({ capacity: z.number().nonnegative(), taken: z.number().nonnegative() });

const ofOneSchema = z.object({ id: z.string(), name: z.string(), figures: figuresSchema });

export const analyticsSchema = z.object({
  range: rangeSchema,
  /** As many days right before, to compare with. */
  before: rangeSchema,
  timeZone: z.string(),
  totals: figuresSchema.extend({ occupancy: occupancySchema, patients: patientsSchema() }),
  totalsBefore: figuresSchema.extend({ occupancy: occupancySchema, patients: patientsSchema() }),
  /** Places of the house and how many were taken, by weekday (0 = Monday) and hour of the clinic's wall clock. */
  heat: z.array(occupancySchema.extend({ dayOfWeek: z.int().min(0).max(6), hour: z.int().min(0).max(23) })),
  /** Every day of the range, oldest first. */
  days: z.array(z.object({ date: z.string(), appointments: count, missed: count, cancelled: count })),
  /** By name; `workingMinutes` are those within the house's hours. */
  doctors: z.array(ofOneSchema.extend({ workingMinutes: z.number().nonnegative(), utilisation: share })),
  services: z.array(ofOneSchema),
});

/** People with appointments in the range that were not cancelled or declined. */
function patientsSchema() {
  return z.object({
    /** With an account, for the first time at the clinic. */
    new: count,
    returning: count,
    /** Appointments of people without an account: who they are is not known well enough to count them. */
    withoutAccount: count,
  });
}

export type Analytics = z.output<typeof analyticsSchema>;
export type Figures = z.output<typeof figuresSchema>;
export type Totals = Analytics["totals"];
export type Lead = z.output<typeof leadSchema>;
export type Occupancy = z.output<typeof occupancySchema>;
export type HeatCell = Analytics["heat"][number];
export type OfDoctor = Analytics["doctors"][number];
export type OfService = Analytics["services"][number];
export type DayTally = Analytics["days"][number];
