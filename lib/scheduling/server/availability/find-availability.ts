import "server-only";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { statements } from "#lib/db/statements.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { daysBetween, type EpochMs, type LocalDate, localDateOf, type TimeZone } from "#lib/time.ts";
import { type AvailableDay, availability, nextOffers, type Offer } from "../../availability.ts";
import { lastBookableDate } from "../../policy.ts";
import { refusal } from "../../refusal.ts";
import { findClinicById } from "../clinic/clinics.ts";
import { databaseNow } from "../database-now.ts";
import { type CalendarQuery, loadCalendar } from "./load-calendar.ts";

type Held = NonNullable<CalendarQuery["except"]>;

export interface AvailabilityRequest {
  clinicId: string;
  serviceId: string;
  /** Null or left out: any doctor. */
  doctorId?: string | null;
  from: LocalDate;
  /** Included; at most 92 days from `from`. */
  to: LocalDate;
  /** What counts as free: the asker's own hold. */
  except?: Held | undefined;
}

export interface Availability {
  now: EpochMs;
  today: LocalDate;
  days: AvailableDay[];
}

const longestRange = 92;

/** What can be booked now, day by day, in one statement whatever the number of doctors and days. Anybody may ask. */
export async function findAvailability(
  { clinicId, serviceId, doctorId = null, from, to, except }: AvailabilityRequest,
  clock: Clock = databaseClock,
): Promise<Result<Availability & { timeZone: TimeZone }>> {
  const length = daysBetween(from, to) + 1;
  if (length < 1 || length > longestRange) return refuse(refusal("VALIDATION", { longestRange }));
  const calendar = await loadCalendar(statements, { clinicId, serviceId, doctorId, days: { from, to }, except });
  if (!calendar) return refuse(refusal("NOT_FOUND"));
  const now = clock(calendar.now);
  const { timeZone } = calendar.policy;
  return ok({ now, today: localDateOf(now, timeZone), timeZone, days: availability({ ...calendar, now }) });
}

export interface NextOffersRequest {
  clinicId: string;
  serviceId: string;
  doctorId?: string | null;
  /** Offers on this day or later; today where left out. */
  from?: LocalDate;
  count?: number;
  except?: Held | undefined;
}

/** The next times that can be booked, as far as the clinic's horizon reaches. */
export async function findNextOffers(
  { clinicId, serviceId, doctorId = null, from, count = 3, except }: NextOffersRequest,
  clock: Clock = databaseClock,
): Promise<Result<Offer[]>> {
  const clinic = await findClinicById(clinicId);
  if (!clinic) return refuse(refusal("NOT_FOUND"));
  const now = await databaseNow(clock);
  const today = localDateOf(now, clinic.timeZone);
  const first = from && from > today ? from : today;
  const last = lastBookableDate(clinic, now);
  if (first > last) return ok([]);
  const days = { from: first, to: last };
  const calendar = await loadCalendar(statements, { clinicId, serviceId, doctorId, days, except });
  if (!calendar) return refuse(refusal("NOT_FOUND"));
  return ok(nextOffers(availability({ ...calendar, now }), count));
}
