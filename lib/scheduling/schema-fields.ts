import { z } from "zod";
import { isLocalDate, parseInstant, wallMinutes } from "#lib/time.ts";

// What the schemas of commands are made of. Forms send text and leave fields empty, so numbers are coerced and an empty
// optional field counts as left out. Messages are keys under `refusal.field`.

export const id = z.uuid("required");
export const blank = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const blankToNull = (value: unknown) => blank(value) ?? null;

export const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blank, schema.optional());
export const orNull = <T extends z.ZodType>(schema: T) => z.preprocess(blankToNull, schema.nullable());
// Browsers send line ends as two characters and count them as one.
const oneLineEnd = (value: string) => value.replaceAll("\r\n", "\n");
export const text = (longest: number) =>
  z.string("required").overwrite(oneLineEnd).trim().min(1, "required").max(longest, "too_long");
export const count = (least: number, most: number) =>
  z.preprocess(blank, z.coerce.number("number").int("number").min(least, "too_small").max(most, "too_large"));
export const flag = z.preprocess(
  (value) => (value === "on" || value === "true" ? true : value === "false" ? false : value),
  z.boolean(),
);

/** A calendar day, `YYYY-MM-DD`. */
export const localDateSchema = z.string("required").refine(isLocalDate, "date");

export const wallTime = z.string("required").refine((value) => {
  try {
    return wallMinutes(value) >= 0;
  } catch {
    return false;
  }
}, "time");

/** RFC 3339 with an offset, or epoch milliseconds; becomes epoch milliseconds. */
export const instantSchema = z.union([z.number().int(), z.string()], "required").transform((value, context) => {
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
export const contact = z.object({ name: text(120), email: optional(z.email("email")), phone: optional(text(40)) });

export const version = optional(z.coerce.number().int().positive());
