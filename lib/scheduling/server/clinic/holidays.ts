import "server-only";
import { addDays, type LocalDate, wallMinutes } from "#lib/time.ts";

export interface PublicHoliday {
  /** Which holiday it is, for all time: `GB-ENG/2026-12-25`. */
  key: string;
  from: LocalDate;
  /** Included. */
  to: LocalDate;
  name: string;
}

interface Place {
  country: string;
  region: string | null;
}

export interface NamedCode {
  code: string;
  name: string;
}

/** Countries whose public holidays are known, by name. */
export async function holidayCountries(locale: string): Promise<NamedCode[]> {
  return byName((await library()).getCountries(locale), locale);
}

/** The parts of a country that have holidays of their own, by name; none for many countries. */
export async function holidayRegions(country: string, locale: string): Promise<NamedCode[]> {
  return byName((await library()).getStates(country, locale) ?? {}, locale);
}

/** The public holidays of a year, one for each day on which one begins, in order; null for an unknown place. */
export async function publicHolidays(
  { country, region }: Place,
  year: number,
  locale: string,
): Promise<PublicHoliday[] | null> {
  const list = await library();
  if (!(country in (list.getCountries() ?? {}))) return null;
  if (region !== null && !(region in (list.getStates(country) ?? {}))) return null;
  list.init(region === null ? { country } : { country, state: region });
  const place = region === null ? country : `${country}-${region}`;
  const found = new Map<LocalDate, PublicHoliday>();
  for (const { date, start, end, name, type } of list.getHolidays(year, locale)) {
    const from = date.slice(0, 10);
    if (type !== "public" || found.has(from)) continue;
    const to = lastDay(from, date.slice(11, 16), (end.getTime() - start.getTime()) / 60_000);
    found.set(from, { key: `${place}/${from}`, from, to, name });
  }
  return [...found.values()].sort((a, b) => a.from.localeCompare(b.from));
}

/** The day on which what begins at `time` and takes `lengthMinutes` ends. Some begin at sunset and reach into the next day. */
function lastDay(from: LocalDate, time: string, lengthMinutes: number): LocalDate {
  const days = Math.ceil((wallMinutes(time) + lengthMinutes) / 1440);
  return addDays(from, Math.max(0, days - 1));
}

/** Loaded when asked for: it carries the calendars of the world. */
async function library() {
  const { default: Holidays } = await import("date-holidays");
  return new Holidays();
}

function byName(names: Record<string, string>, locale: string): NamedCode[] {
  return Object.entries(names)
    .map(([code, name]) => ({ code, name }))
    .sort((a, b) => a.name.localeCompare(b.name, locale));
}
