import { forbidden, notFound } from "next/navigation";
import type { Result } from "#lib/result.ts";

/** What a query of this page answered; a refusal turns into the page that says so. */
export function answered<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  if (result.refusal.code === "FORBIDDEN") forbidden();
  if (result.refusal.code === "NOT_FOUND") notFound();
  throw new Error(`A page asked what it may not: ${result.refusal.code}`);
}
