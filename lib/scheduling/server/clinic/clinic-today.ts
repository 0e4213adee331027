import "server-only";
import type { Clock } from "#lib/clock.ts";
import { type LocalDate, localDateOf } from "#lib/time.ts";
import { databaseNow } from "../database-now.ts";
import { findClinicById } from "./clinics.ts";

/** The day on a clinic's calendar, by the database's clock; null where there is no such clinic. */
export async function clinicToday(clinicId: string, clock: Clock): Promise<LocalDate | null> {
  const clinic = await findClinicById(clinicId);
  return clinic && localDateOf(await databaseNow(clock), clinic.timeZone);
}
