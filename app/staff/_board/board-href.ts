import type { LocalDate } from "#lib/time.ts";

/** The board of a day, or of whatever day it is where none is named, for everyone or for one doctor. */
export function boardHref(localDate: LocalDate | null, doctorId: string | null): string {
  const path = localDate ? `/staff/${localDate}` : "/staff";
  return doctorId ? `${path}?doctor=${encodeURIComponent(doctorId)}` : path;
}
