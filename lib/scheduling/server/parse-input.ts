import type { z } from "zod";
import type { Result } from "#lib/result.ts";
import { refusal } from "../refusal.ts";

/** Bad input is a refusal with one message per field; `path` is the field's name in the form. */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown): Result<z.output<T>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors = parsed.error.issues.map((issue) => ({ path: issue.path.join("."), message: fieldMessage(issue) }));
  return { ok: false, refusal: { ...refusal("VALIDATION"), errors } };
}

const known = /^[a-z_]+$/;

function fieldMessage({ message, code }: z.core.$ZodIssue): string {
  if (known.test(message)) return message;
  return code === "invalid_type" ? "required" : "invalid";
}
