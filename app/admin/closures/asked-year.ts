import { type LocalDate, localDateOf, type TimeZone } from "#lib/time.ts";

export const years = { first: 2000, last: 2199 } as const;

/** The clinic's day today, and the year in a page's address, or this one. */
export function askedYear(asked: string | string[] | undefined, zone: TimeZone): { today: LocalDate; year: number } {
  const today = localDateOf(Date.now(), zone);
  const year = typeof asked === "string" && /^\d{4}$/.test(asked) ? Number(asked) : 0;
  return { today, year: year >= years.first && year <= years.last ? year : Number(today.slice(0, 4)) };
}
