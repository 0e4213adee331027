import { isLocalDate, type LocalDate } from "#lib/time.ts";

/** A day from an address: null for what is no day, or lies beyond any calendar that is kept here. */
export function askedDate(text: unknown): LocalDate | null {
  return typeof text === "string" && isLocalDate(text) && text >= "2000-01-01" && text < "2100-01-01" ? text : null;
}
