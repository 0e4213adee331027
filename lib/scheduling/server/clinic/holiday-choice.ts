import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { closureRows } from "./closure-entries.ts";
import { holidayCountries, holidayRegions, type NamedCode, type PublicHoliday, publicHolidays } from "./holidays.ts";

export interface HolidayChoice {
  countries: NamedCode[];
  /** Parts of the chosen country that have holidays of their own. */
  regions: NamedCode[];
  /** What was asked for, or what the clinic keeps; null where neither is known. */
  country: string | null;
  region: string | null;
  /** Empty without a country. */
  holidays: (PublicHoliday & { isKnown: boolean })[];
}

interface Asked {
  clinicId: string;
  year: number;
  /** Left out: the clinic's. */
  country?: string;
  region?: string;
}

/** The public holidays of a place and year, with those that are among the clinic's closures already. For admins. */
export async function holidayChoice(actor: Actor, asked: Asked): Promise<Result<HolidayChoice>> {
  const { clinicId, year } = asked;
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  const clinic = await db.clinic.findUnique({
    where: { id: clinicId },
    select: { country: true, region: true, locale: true },
  });
  if (!clinic) return refuse(refusal("NOT_FOUND"));
  const countries = await holidayCountries(clinic.locale);
  const isCountry = (code: string | null | undefined) => countries.some((each) => each.code === code);
  const country = [asked.country, clinic.country].find(isCountry) ?? null;
  const regions = country ? await holidayRegions(country, clinic.locale) : [];
  const wanted = asked.region ?? (country === clinic.country ? clinic.region : null);
  const region = regions.find(({ code }) => code === wanted)?.code ?? null;
  const found = country ? ((await publicHolidays({ country, region }, year, clinic.locale)) ?? []) : [];
  const rows = await closureRows(clinicId, null);
  const known = new Set(rows.map((row) => row.holiday?.split("/")[1]));
  const holidays = found.map((holiday) => ({ ...holiday, isKnown: known.has(holiday.from) }));
  return ok({ countries, regions, country, region, holidays });
}
