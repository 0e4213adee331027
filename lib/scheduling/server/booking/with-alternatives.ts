import "server-only";
import type { Clock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { addDays, type EpochMs, localDateOf } from "#lib/time.ts";
import { availability, nearestOffers } from "../../availability.ts";
import { overlaps } from "../../interval.ts";
import { frontDeskPolicy } from "../../policy.ts";
import type { Refusal } from "../../refusal.ts";
import { loadCalendar } from "../availability/load-calendar.ts";
import { findClinicById } from "../clinic/clinics.ts";
import type { Booker } from "./booking-party.ts";

interface Wish {
  clinicId: string;
  serviceId: string;
  doctorId: string | null;
  startsAt: EpochMs;
  booker: Pick<Booker, "party"> & { patientId?: string | null };
  /** An appointment that would give its place back: it is to be moved. */
  except?: { id: string; startsAt: EpochMs; endsAt: EpochMs } | undefined;
  /** Nobody else will do. */
  keepsDoctor?: boolean;
}

const withoutHelp = new Set(["NOT_FOUND", "NOT_OFFERED", "BUSY", "VALIDATION", "FORBIDDEN", "VERSION_CONFLICT"]);

/** The refusal with up to three times near the one refused, from the day before it to a week after. */
export async function withAlternatives(refused: Refusal, wish: Wish, clock: Clock): Promise<Refusal> {
  if (withoutHelp.has(refused.code)) return refused;
  const { clinicId, serviceId, doctorId, startsAt, except, keepsDoctor = false } = wish;
  const clinic = await findClinicById(clinicId);
  if (!clinic) return refused;
  const zone = clinic.timeZone;
  // This machine's clock will do for choosing where to look; what may be offered is judged by the database's.
  const date = localDateOf(Math.max(startsAt, clock(Date.now())), zone);
  const days = { from: addDays(date, -1), to: addDays(date, 7) };
  const calendar = await loadCalendar(db, {
    clinicId,
    serviceId,
    doctorId: keepsDoctor ? doctorId : null,
    days,
    patientId: wish.booker.patientId ?? null,
    except,
  });
  if (!calendar) return refused;
  const policy = wish.booker.party === "staff" ? frontDeskPolicy(calendar.policy) : calendar.policy;
  // The time that an appointment has is no other time for it, nor is one at which its patient is elsewhere.
  const suits = ({ startsAt: start, endsAt: end }: { startsAt: EpochMs; endsAt: EpochMs }) =>
    start !== except?.startsAt && !calendar.patientBusy.some((taken) => overlaps(taken, { start, end }));
  const found = availability({ ...calendar, policy, now: clock(calendar.now) }).map((day) => ({
    ...day,
    offers: day.offers.filter(suits),
  }));
  return { ...refused, alternatives: nearestOffers(found, { startsAt, zone, doctorId: doctorId ?? undefined }, 3) };
}
