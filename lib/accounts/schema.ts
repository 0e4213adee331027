import { z } from "zod";
import { isTimeZone } from "#lib/time.ts";
import { isCountry, isCurrency } from "./places.ts";

// One schema per command, shared by form, action and API. Messages are keys under `account.invalid`. Whether a new
// password is good enough is judged by the command, which knows whose it is.

const blank = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const text = (longest: number) => z.string("required").trim().min(1, "required").max(longest, "too_long");
const email = z.string("required").trim().min(1, "required").max(254, "too_long").pipe(z.email("email"));
const phone = z.preprocess(
  blank,
  z
    .string()
    .trim()
    .max(40, "too_long")
    .regex(/^\+?[\d\s()/.-]{5,}$/, "phone")
    .optional(),
);
/** One that is being checked: any length that cannot tire the hash. */
const givenPassword = z.string("required").min(1, "required").max(1_000, "too_long");
const newPassword = givenPassword;
const name = text(120);
const tokenName = text(80);

export const registerSchema = z.object({ name, email, phone, password: newPassword });
export const signInSchema = z.object({ email, password: givenPassword });
export const emailSchema = z.object({ email });
export const confirmEmailSchema = z.object({ password: givenPassword });
export const resetPasswordSchema = z.object({ password: newPassword });
export const changePasswordSchema = z.object({ currentPassword: givenPassword, password: newPassword });
/** Whoever deletes an account proves once more that it is theirs, and ticks that they have read what it means. */
export const eraseAccountSchema = z.object({ password: givenPassword, sure: z.literal("on", "tick") });
export const sessionSchema = z.object({ id: z.uuid("required") });
export const profileSchema = z.object({ name, phone });

export const setUpSchema = z.object({
  clinicName: text(120),
  /** Made from the name where it is left empty. */
  slug: z.preprocess(
    blank,
    z
      .string()
      .trim()
      .toLowerCase()
      .max(60, "too_long")
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "slug")
      .optional(),
  ),
  timeZone: z.string("required").refine(isTimeZone, "choose"),
  currency: z.string("required").refine(isCurrency, "choose"),
  country: z.string("required").refine(isCountry, "choose"),
  name,
  email,
  password: newPassword,
});

export const roleSchema = z.object({
  clinicId: z.uuid("required"),
  userId: z.uuid("required"),
  role: z.enum(["doctor", "staff", "admin"], "choose"),
});

/** How long a program may act for somebody, in days. */
export const tokenDays = { usual: 90, most: 365 } as const;

export const apiTokenSchema = z.object({
  name: tokenName,
  expiresInDays: z.coerce
    .number("choose")
    .int("choose")
    .min(1, "choose")
    .max(tokenDays.most, "choose")
    .default(tokenDays.usual),
});
export const tokenByPasswordSchema = signInSchema.extend({
  name: tokenName.optional(),
  /** The same one makes the same token, once. */
  key: z.string().max(200).optional(),
});
export const apiTokenIdSchema = z.object({ id: z.uuid("required") });

export const invitationSchema = z.object({
  clinicId: z.uuid("required"),
  email,
  roles: z
    .array(z.enum(["doctor", "staff", "admin"], "choose"))
    .min(1, "choose_role")
    .max(3, "choose"),
});
export const invitationIdSchema = z.object({ id: z.uuid("required") });
/** Of somebody who has no account yet. */
export const newMemberSchema = z.object({ name, password: newPassword });
/** Of somebody who has one. */
export const memberSchema = z.object({ password: givenPassword });

export const personSchema = z.object({ clinicId: z.uuid("required"), userId: z.uuid("required") });
