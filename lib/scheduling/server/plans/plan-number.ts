import { randomInt } from "node:crypto";
import type { LocalDate } from "#lib/time.ts";

/** Crockford's base 32: nothing in it is taken for something else when read aloud. */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** `SUB-YYYYMMDD-XXXXXX`. Source: requirement 004. */
export function makePlanNumber(date: LocalDate): string {
  const tail = Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join("");
  return `SUB-${date.replaceAll("-", "")}-${tail}`;
}
