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
 * @param owner whose it becomes; by default the e-mail address and name in the same form
 */
export function parseWithNewPassword<T extends z.ZodType>(
  schema: T,
  input: unknown,
  owner: PasswordOwner = ownerIn(input),
): Result<z.output<T>> {
  const parsed = schema.safeParse(input);
  const password = textOf(input, "password");
  const problem = password ? passwordProblem(password, owner) : null;
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

function ownerIn(input: unknown): PasswordOwner {
  return { email: textOf(input, "email"), name: textOf(input, "name") };
}

function textOf(input: unknown, field: string): string {
  const value = typeof input === "object" && input !== null ? Reflect.get(input, field) : undefined;
  return typeof value === "string" ? value : "";
}
