import "server-only";
import { answering } from "#lib/refusals/server/answering.ts";
import type { Result } from "#lib/result.ts";
import { fieldRefusal } from "./parse-input.ts";

/** Constraints that somebody can run into who was faster than the look before. */
const answers = {
  app_user_email_key: fieldRefusal("email", "email_taken"),
  clinic_slug_key: fieldRefusal("slug", "slug_taken"),
};

/** Turns what the database refused into a refusal, and what is only overload into BUSY. Other faults go on. */
export function orRefusal<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  return answering(answers, work);
}
