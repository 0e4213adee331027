import { z } from "zod";
import { localDateSchema } from "../scheduling/schema-fields.ts";
import { type EpochMs, formatInstant, parseInstant, type TimeZone } from "../time.ts";

// What the API's requests and answers are made of. On the wire an instant is RFC 3339 with the clinic's offset, a day
// `YYYY-MM-DD`, money minor units with their currency.

export const idField = z.uuid("id").meta({ examples: ["01990000-0000-7000-8000-000000000001"] });

/** Slug or id. */
export const refField = z.string("required").min(1, "required").max(80, "too_long");

export const dateField = localDateSchema.meta({ format: "date", examples: ["2027-03-01"] });

export const timeField = z
  .string("required")
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "time")
  .meta({ examples: ["09:30"] });

/** Where a stretch of a day ends: midnight is written as the end of the day. */
export const endTimeField = z
  .string("required")
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, "time")
  .meta({ examples: ["17:30", "24:00"] });

export const weekdayField = z
  .int("number")
  .min(0, "too_small")
  .max(6, "too_large")
  .meta({ description: "0: Monday, 6: Sunday" });

/** As it is sent: any offset will do. */
export const instantField = z.iso.datetime({ offset: true, error: "instant" }).transform((text, context): EpochMs => {
  try {
    return parseInstant(text);
  } catch {
    context.addIssue({ code: "custom", message: "instant" });
    return z.NEVER;
  }
});

/** As it is answered. */
export const instantAnswer = z.iso
  .datetime({ offset: true })
  .meta({ description: "RFC 3339 with the clinic's offset", examples: ["2027-03-01T09:30:00+00:00"] });

export function instant(at: EpochMs, zone: TimeZone): string;
export function instant(at: EpochMs | null, zone: TimeZone): string | null;
export function instant(at: EpochMs | null, zone: TimeZone): string | null {
  return at === null ? null : formatInstant(at, zone);
}

export const money = z
  .strictObject({ amount: z.int().meta({ description: "Minor units" }), currency: z.string().length(3) })
  .meta({ id: "Money" });

export function toMoney(amount: number, currency: string): z.output<typeof money> {
  return { amount, currency };
}

export const textField = (longest: number) => z.string("required").trim().min(1, "required").max(longest, "too_long");

export const countField = (least: number, most: number) =>
  z.int("number").min(least, "too_small").max(most, "too_large");

/** In a query everything is text. */
export const queryCount = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, "number")
    .transform(Number)
    .pipe(countField(least, most))
    .meta({ override: { type: "integer", minimum: least, maximum: most } });

export const queryFlag = z.enum(["true", "false"], "choose").transform((value) => value === "true");

/** A list of which there may be more. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    data: z.array(item),
    nextCursor: z.string().nullable().meta({ description: "Ask again with it as `cursor`; null: that was all" }),
  });

const longestPage = 100;
export const pageFields = {
  limit: queryCount(1, longestPage).optional().meta({ description: "Entries of a page, 50 where left out" }),
  cursor: z.string().max(200, "too_long").optional(),
};

export const version = z
  .int("number")
  .positive("number")
  .optional()
  .meta({ description: "What was seen: where it has changed since, VERSION_CONFLICT" });
