import { z } from "zod";
import { id, localDateSchema as localDate, wallTime } from "./schema-fields.ts";

// What somebody is about to save, as the question "what would it strand?" is put. Messages are keys under `refusal.field`.

const minutes = z.number().int().min(0).max(1440);
const capacity = z.number().int().min(1).max(100_000);
const shift = { openTime: wallTime, closeTime: wallTime };
const hours = z.array(z.object({ dayOfWeek: z.number().int().min(0).max(6), ...shift })).max(70, "too_large");
const days = { from: localDate, to: localDate };

export const changeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("week"), hours }),
  z.object({
    kind: z.literal("template"),
    /** Null for a new one. */
    replaces: id.nullable(),
    /** Null: it is taken away. */
    template: z.object({ validFrom: localDate, validTo: localDate, hours }).nullable(),
  }),
  z.object({
    kind: z.literal("closures"),
    replaces: id.nullable(),
    add: z
      .array(
        z.object({
          ...days,
          reason: z.string().trim().min(1, "required").max(120, "too_long"),
          shifts: z.array(z.object(shift)).max(10, "too_large"),
        }),
      )
      .max(400, "too_large"),
  }),
  z.object({
    kind: z.literal("doctor_weeks"),
    doctorId: id,
    weekly: z
      .array(
        z.object({
          dayOfWeek: z.number().int().min(0).max(6),
          startTime: wallTime,
          endTime: wallTime,
          validFrom: localDate.nullable(),
          validTo: localDate.nullable(),
        }),
      )
      .max(2000, "too_large"),
  }),
  z.object({ kind: z.literal("time_off"), doctorId: id, startsAt: z.number().int(), endsAt: z.number().int() }),
  z.object({ kind: z.literal("window_removed"), id }),
  z.object({
    kind: z.literal("slots"),
    slots: z
      .array(z.object({ id, capacity: capacity.optional(), isOpen: z.boolean().optional() }))
      .max(200, "too_large"),
  }),
  z.object({ kind: z.literal("day_capacity"), localDate, capacity: capacity.nullable() }),
  z.object({
    kind: z.literal("service"),
    serviceId: id,
    timing: z.object({ durationMinutes: minutes, bufferBeforeMinutes: minutes, bufferAfterMinutes: minutes }),
    doctorIds: z.array(id),
  }),
  z.object({
    kind: z.literal("doctor_services"),
    doctorId: id,
    services: z
      .array(z.object({ serviceId: id, isOffered: z.boolean(), durationMinutes: minutes.nullable() }))
      .max(500, "too_large"),
  }),
]);

export const impactSchema = z.object({ clinicId: id, change: changeSchema });

/** Something that somebody is about to save, as it is asked about. */
export type AskedChange = z.output<typeof changeSchema>;
