import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { mayBook } from "#lib/db/guards.ts";
import type { Statements } from "#lib/db/statements.ts";
import { inOneStatement, inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { addDays, type EpochMs, localDateOf, minutes } from "#lib/time.ts";
import { availability, nearestOffers } from "../availability.ts";
import { decideBooking } from "../booking-decision.ts";
import { type Refusal, refusal } from "../refusal.ts";
import { bookAppointmentSchema } from "../schema.ts";
import type { WrittenAppointment } from "../view.ts";
import { appointmentMessages } from "./appointment-messages.ts";
import { findClinicById } from "./clinics.ts";
import { type Calendar, type CalendarDoctor, loadCalendar } from "./load-calendar.ts";
import { parseInput } from "./parse-input.ts";
import { orRefusal, refusedByDatabase } from "./refused-by-database.ts";
import { insertAppointment } from "./write-appointment.ts";

interface Request {
  clinicId: string;
  serviceId: string;
  doctorId: string | null;
  startsAt: EpochMs;
  notes?: string | undefined;
}

/**
 * Books one appointment for the person who asks, with a named doctor or with whoever is free (fewest appointments that
 * day, then by name). Refused for a time that cannot be had, with up to three alternatives.
 */
export async function bookAppointment(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<WrittenAppointment>> {
  const parsed = parseInput(bookAppointmentSchema, input);
  if (!parsed.ok) return parsed;
  const request = parsed.value;
  if (!hasRole(actor, request.clinicId, "patient")) return refuse(refusal("FORBIDDEN"));
  return orRefusal(async () => {
    if (!(await mayBook())) return refuse(refusal("BOOKING_DISABLED"));
    const booked = await bookOrSayWhy(actor, request, clock);
    if (booked.ok || !mayHaveAlternatives(booked.refusal)) return booked;
    return refuse(await withAlternatives(booked.refusal, request, clock));
  });
}

const attempts = 3;

async function bookOrSayWhy(actor: Actor, request: Request, clock: Clock): Promise<Result<WrittenAppointment>> {
  // Choosing among doctors is only fair when nobody books that day meanwhile. With a named one there is nothing to
  // choose: the facts are read, and the write is refused by the database if they have changed since.
  const run = request.doctorId === null ? inTransaction : inOneStatement;
  for (let attempt = 1; ; attempt++) {
    try {
      return await run((tx) => book(tx, actor, request, clock));
    } catch (error) {
      const refused = refusedByDatabase(error);
      if (!refused) throw error;
      // A race was lost. The facts as they are now say why, or that somebody else is free.
      if (refused.code === "BUSY" || attempt === attempts) return refuse(refused);
    }
  }
}

async function book(tx: Statements, actor: Actor, request: Request, clock: Clock): Promise<Result<WrittenAppointment>> {
  const { clinicId, serviceId, doctorId, startsAt, notes = null } = request;
  const days = { of: startsAt };
  const lock = doctorId === null;
  const calendar = await loadCalendar(tx, { clinicId, serviceId, doctorId, days, patientId: actor.userId, lock });
  if (!calendar) return refuse(refusal("NOT_FOUND"));
  const chosen = chooseDoctor(calendar, startsAt, clock);
  if (!chosen.ok) return chosen;

  const doctor = chosen.value;
  const draft = {
    clinicId,
    serviceId,
    doctorId: doctor.id,
    patientId: actor.userId,
    startsAt,
    endsAt: startsAt + minutes(doctor.timing.durationMinutes),
    status: calendar.service.requiresConfirmation ? ("pending" as const) : ("confirmed" as const),
    notes,
    priceAmount: doctor.priceAmount,
    priceCurrency: calendar.clinic.currency,
  };
  const messages = appointmentMessages(draft.status, {
    clinic: { name: calendar.clinic.name, locale: calendar.clinic.locale, timeZone: calendar.policy.timeZone },
    service: calendar.service,
    doctor,
    patient: calendar.patient,
    startsAt,
    reason: null,
  });
  return ok(await insertAppointment(tx, draft, { actor, action: "appointment.booked", messages }));
}

/** The least busy of those who can, or why the first of them cannot. Precondition: `calendar.doctors` by name. */
function chooseDoctor(calendar: Calendar, startsAt: EpochMs, clock: Clock): Result<CalendarDoctor> {
  const { slots, policy, patientBusy } = calendar;
  const day = calendar.days[0] ?? null;
  let chosen: CalendarDoctor | null = null;
  let refused: Refusal | null = null;
  for (const doctor of calendar.doctors) {
    const now = clock(calendar.now);
    const verdict = decideBooking({ startsAt, slots, day, doctor, policy, now, patientBusy });
    if (verdict) refused = moreTelling(refused, verdict);
    else if (!chosen || doctor.load < chosen.load) chosen = doctor;
  }
  return chosen ? ok(chosen) : refuse(refused ?? refusal("NOT_OFFERED"));
}

/** Of several doctors' refusals: that one of them is busy then says more than that another does not work. */
function moreTelling(first: Refusal | null, second: Refusal): Refusal {
  return first === null || (first.code === "OUTSIDE_HOURS" && second.code === "DOCTOR_BUSY") ? second : first;
}

function mayHaveAlternatives({ code }: Refusal): boolean {
  return !["NOT_FOUND", "NOT_OFFERED", "BUSY"].includes(code);
}

/** Up to three times near the one refused, from the day before it to a week after. */
async function withAlternatives(refused: Refusal, request: Request, clock: Clock): Promise<Refusal> {
  const { clinicId, doctorId, startsAt } = request;
  const clinic = await findClinicById(clinicId);
  if (!clinic) return refused;
  const zone = clinic.timeZone;
  // This machine's clock will do for choosing where to look; what may be offered is judged by the database's.
  const date = localDateOf(Math.max(startsAt, clock(Date.now())), zone);
  const days = { from: addDays(date, -1), to: addDays(date, 7) };
  const calendar = await loadCalendar(db, { ...request, doctorId: null, days });
  if (!calendar) return refused;
  const found = availability({ ...calendar, now: clock(calendar.now) });
  return { ...refused, alternatives: nearestOffers(found, { startsAt, zone, doctorId: doctorId ?? undefined }, 3) };
}
