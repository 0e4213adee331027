import type { z } from "zod";
import type { Result } from "#lib/result.ts";
import { type Refusal, refusal } from "#lib/scheduling/refusal.ts";
import { type PasswordOwner, passwordProblem } from "../password-policy.ts";

type FieldError = NonNullable<Refusal["errors"]>[number];

/** Bad input is a refusal with one key of `account.invalid` per field; `path` is the field's name in the form. */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown): Result<z.output<T>> {
  const parsed = schema.safeParse(input);
  return parsed.success ? { ok: true, value: parsed.data } : invalid(fieldErrors(parsed.error));
}

/**
 * The same for a form that sets `password`, which is judged together with the other fields, so that whoever typed two
 * wrong things is told of both.
 * @param clinicNames of those there are already; whose it becomes, and the clinic it makes, are in the same form
 */
export function parseWithNewPassword<T extends z.ZodType>(
  schema: T,
  input: unknown,
  clinicNames = "",
): Result<z.output<T>> {
  const parsed = schema.safeParse(input);
  const password = textOf(input, "password");
  const problem = password ? passwordProblem(password, ownerIn(input, clinicNames)) : null;
  const errors = parsed.success ? [] : fieldErrors(parsed.error);
  if (problem && !errors.some(({ path }) => path === "password")) errors.push({ path: "password", message: problem });
  return parsed.success && errors.length === 0 ? { ok: true, value: parsed.data } : invalid(errors);
}

/** The refusal of one field. */
export function fieldRefusal(path: string, message: string): Refusal {
  return { ...refusal("VALIDATION"), errors: [{ path, message }] };
}

function invalid(errors: FieldError[]): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { ...refusal("VALIDATION"), errors } };
}

function fieldErrors(error: z.core.$ZodError): FieldError[] {
  return error.issues.map(({ path, message, code }) => ({
    path: path.join("."),
    message: /^[a-z_]+$/.test(message) ? message : code === "invalid_type" ? "required" : "invalid",
  }));
}

function ownerIn(input: unknown, clinicNames: string): PasswordOwner {
  const ofClinics = `${clinicNames} ${textOf(input, "clinicName")}`;
  return { email: textOf(input, "email"), name: textOf(input, "name"), clinicNames: ofClinics };
}

function textOf(input: unknown, field: string): string {
  const value = typeof input === "object" && input !== null ? Reflect.get(input, field) : undefined;
  return typeof value === "string" ? value : "";
}
