import { postcodeValidator, postcodeValidatorExistsForCountry } from "postcode-validator";
import { z } from "zod";
import { planFrequencies } from "./plan-view.ts";
import {
  blank,
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

/** Source: requirement 004. */
export const planLimits = { minMonths: 1, maxMonths: 12 } as const;

const choice = z.strictObject({
  sequence: z.coerce.number().int().min(1).max(60),
  startsAt: instantSchema,
  doctorId: id,
});

const wish = z.strictObject({
  clinicId: id,
  serviceId: id,
  doctorId: orNull(id),
  anotherDoctorAllowed: flag.default(false),
  frequency: z.enum(planFrequencies, "required"),
  months: count(planLimits.minMonths, planLimits.maxMonths),
  startDate: localDateSchema,
  /** Null: the first visit's. */
  time: orNull(wallTime),
  /** Where visits shall stand: what was swapped, or every visit as a preview showed it. */
  choices: z.array(choice).max(60, "too_large").default([]),
});

/** Two capital letters; what they mean for a postcode is checked where the format is known. */
const country = z.preprocess(
  (value) => (typeof value === "string" ? value.trim().toUpperCase() : value),
  z.string("required").regex(/^[A-Z]{2}$/, "country"),
);

export const planContactSchema = z
  .strictObject({
    name: text(120),
    email: z.preprocess(
      blank,
      z.email({ error: (issue) => (issue.input === undefined ? "required" : "email") }).max(254, "too_long"),
    ),
    phone: optional(text(40)),
    addressLine1: optional(text(200)),
    city: optional(text(120)),
    postcode: optional(text(20)),
    country: optional(country),
  })
  .refine(
    ({ postcode, country: where }) =>
      !postcode || !where || !postcodeValidatorExistsForCountry(where) || postcodeValidator(postcode, where),
    // Said together with what is wrong elsewhere, not after it.
    { error: "postcode", path: ["postcode"], when: isGiven },
  );

/** A postcode and a country that are texts, whatever is wrong with other fields. */
function isGiven({ value }: z.core.ParsePayload): boolean {
  const given = z.object({ postcode: z.string(), country: z.string() });
  return given.safeParse(value).success;
}

export const previewPlanSchema = wish;

export const createPlanSchema = wish.extend({
  contact: planContactSchema.optional(),
  patientId: optional(id),
  /** Made by whoever asks; the same one never makes a second plan. */
  key: z.uuid("required"),
});

const reason = optional(text(500));

export const planSchema = z.strictObject({ id });
export const changePlanSchema = z.strictObject({ id, version, reason });
export const visitSchema = z.strictObject({ id, sequence: z.coerce.number().int().min(1), reason });
export const placeVisitSchema = z.strictObject({
  id,
  sequence: z.coerce.number().int().min(1),
  startsAt: optional(instantSchema),
  doctorId: optional(id),
});
export const paymentStatusSchema = z.strictObject({
  id,
  paymentStatus: z.enum(["unpaid", "paid", "refunded"], "required"),
});
export const planLinkSchema = z.strictObject({
  number: z.preprocess((value) => (typeof value === "string" ? value.trim().toUpperCase() : value), text(30)),
  email: z.preprocess(blank, z.email("email")),
});
export const searchPlansSchema = z.strictObject({
  clinicId: id,
  query: optional(text(120)),
  status: optional(z.enum(["active", "paused", "cancelled", "completed"])),
  /** The id of the last plan of the page before. */
  before: optional(id),
  /** Plans of a page. */
  limit: optional(count(1, 100)).default(25),
});
