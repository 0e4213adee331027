import type { z } from "zod";
import { ok, type Result, refuse } from "../result.ts";
import { refusal } from "../scheduling/refusal.ts";

/** Messages are keys of what is said about a field; zod's own words are none. */
const key = /^[a-z_]+$/;

/** Checks one part of a request; every problem is named by its path, unknown fields too. */
export function parseFields<T extends z.ZodType>(schema: T, input: unknown): Result<z.output<T>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  return refuse({ ...refusal("VALIDATION"), errors: parsed.error.issues.flatMap(problemsOf) });
}

function problemsOf(issue: z.core.$ZodIssue): { path: string; message: string }[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((name) => ({ path: [...path, name].join(".").slice(0, 100), message: "unknown" }));
  }
  return [{ path: path.join("."), message: messageOf(issue) }];
}

function messageOf({ code, message, ...issue }: z.core.$ZodIssue): string {
  if (key.test(message)) return message;
  if (code === "invalid_type") return "input" in issue && issue.input !== undefined ? "invalid" : "required";
  if (code === "too_big") return "too_large";
  if (code === "too_small") return "too_small";
  return code === "invalid_value" ? "choose" : "invalid";
}
