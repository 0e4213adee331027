import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { ok } from "#lib/result.ts";
import { planLimits } from "#lib/scheduling/plan-schema.ts";
import { planFrequencies } from "#lib/scheduling/plan-view.ts";
import { countField, dateField, idField, instantField, refField, textField, timeField } from "../fields.ts";
import type { Call } from "./call.ts";
import { findNamed } from "./refs.ts";

export const wishFields = {
  clinic: refField,
  service: refField,
  doctor: refField.nullish().meta({ description: "Left out or null: any doctor" }),
  anotherDoctorAllowed: z.boolean().optional().meta({ description: "Somebody else where the doctor cannot" }),
  frequency: z.enum(planFrequencies, "choose"),
  months: countField(planLimits.minMonths, planLimits.maxMonths),
  startDate: dateField,
  time: timeField.nullish().meta({ description: "Left out or null: that of the first visit" }),
  choices: z
    .array(z.strictObject({ sequence: countField(1, 60), startsAt: instantField, doctor: idField }))
    .max(60, "too_large")
    .optional()
    .meta({ description: "Where visits shall stand: as a preview showed them, or one of their alternatives" }),
};

export const contactField = z.strictObject({
  name: textField(120),
  email: z.email("email").max(254, "too_long"),
  phone: textField(40).optional(),
  addressLine1: textField(200).optional(),
  city: textField(120).optional(),
  postcode: textField(20).optional(),
  country: z.string("required").length(2, "country").optional().meta({ description: "ISO 3166-1, two letters" }),
});

const wishSchema = z.strictObject(wishFields);
type Wish = z.output<typeof wishSchema>;

/** A wish as the commands take it: by ids. */
export async function namedWish(clinic: Call<unknown, unknown, unknown>["clinic"], wish: Wish) {
  const at = await clinic(wish.clinic);
  if (!at.ok) return at;
  const named = await findNamed(at.value, wish);
  if (!named.ok) return named;
  const { anotherDoctorAllowed, frequency, months, startDate, time, choices = [] } = wish;
  return ok({
    ...named.value,
    ...{ clinicId: at.value.id, anotherDoctorAllowed, frequency, months, startDate, time },
    choices: choices.map(({ doctor: doctorId, ...choice }) => ({ ...choice, doctorId })),
  });
}

/** The command's own key, a UUID; of the key that was sent, the same one each time. */
export function commandKey(sent: string | null): string {
  if (sent === null) return randomUUID();
  const bytes = createHash("sha256").update(sent).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
