import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "#lib/auth/actor.ts";
import { storeToken } from "#lib/auth/tokens.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { mayBook } from "#lib/db/guards.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { type Result, refuse } from "#lib/result.ts";
import { type EpochMs, minutes } from "#lib/time.ts";
import { isMovable } from "../../lifecycle.ts";
import { refusal } from "../../refusal.ts";
import { offerReplacementSchema } from "../../schema.ts";
import type { WrittenAppointment } from "../../view.ts";
import { offerLength } from "../../waitlist.ts";
import { allOrNothing, Refused } from "../all-or-nothing.ts";
import type { Calendar } from "../availability/load-calendar.ts";
import { untilDecided } from "../booking/book-appointment.ts";
import { calendarFor, choosePlacement } from "../booking/place-booking.ts";
import { withAlternatives } from "../booking/with-alternatives.ts";
import { changeStatus, insertAppointment } from "../booking/write-appointment.ts";
import { lockPlaces } from "../lock-places.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { replacementMessages } from "./appointment-messages.ts";
import { makeMailLinks } from "./mail-links.ts";
import { messageFactsOf } from "./message-facts.ts";
import { findMovable, type Movable, ofWhoHasAPlace } from "./place-move.ts";

export interface OfferedReplacement extends WrittenAppointment {
  /** A mail is on its way; without an address somebody has to call. */
  isTold: boolean;
}

interface Wish {
  appointmentId: string;
  startsAt: EpochMs;
  doctorId: string | null;
}

/**
 * Holds another place for an appointment and offers it to its patient, who may move there or not. An older offer gives
 * way to it. For the front desk; refused for a time that cannot be had, with up to three alternatives.
 */
export async function offerReplacement(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<OfferedReplacement>> {
  const parsed = parseInput(offerReplacementSchema, input);
  if (!parsed.ok) return parsed;
  const wish = parsed.value;
  return orRefusal(async () => {
    const movable = await findMovable(db, actor, { id: wish.appointmentId });
    if (movable?.party !== "staff") return refuse(refusal("NOT_FOUND"));
    if (!(await mayBook())) return refuse(refusal("BOOKING_DISABLED"));
    const { clinicId, service } = movable.row;
    const place = { clinicId, startsAt: wish.startsAt };
    const offered = await untilDecided(place, () => allOrNothing((tx) => hold(tx, actor, wish, clock)));
    if (offered.ok) return offered;
    const asked = { ...place, serviceId: service.id, doctorId: wish.doctorId, booker: movable.booker };
    return refuse(await withAlternatives(offered.refusal, asked, clock));
  });
}

async function hold(tx: Transaction, actor: Actor, wish: Wish, clock: Clock): Promise<OfferedReplacement> {
  const { appointmentId, startsAt, doctorId } = wish;
  const seen = await findMovable(tx, actor, { id: appointmentId });
  if (!seen) throw new Refused(refusal("NOT_FOUND"));
  const older = await lockWithOffers(tx, seen.row.clinicId, appointmentId, startsAt);
  const movable = await findMovable(tx, actor, { id: appointmentId });
  if (!movable) throw new Refused(refusal("NOT_FOUND"));
  const { row, booker, except: own } = movable;
  if (!isMovable(row.status)) throw new Refused(refusal("ILLEGAL_TRANSITION", { from: row.status }));
  for (const offer of older) {
    const change = { ...offer, from: "held", to: "expired", reason: "withdrawn" } as const;
    await changeStatus(tx, change, {
      actor,
      action: "appointment.replacement_withdrawn",
      messages: [],
      supersedes: "all",
    });
  }

  const order = { clinicId: row.clinicId, serviceId: row.service.id, doctorId, startsAt, booker };
  const calendar = await calendarFor(tx, order);
  if (!calendar) throw new Refused(refusal("NOT_OFFERED"));
  const placed = choosePlacement(without(own, ofWhoHasAPlace(calendar)), order, clock);
  if (!placed.ok) throw new Refused(placed.refusal);
  const { doctor, resourceId } = placed.value;
  const isSame = startsAt === own.startsAt && doctor.id === row.doctorId;
  if (isSame) throw new Refused({ ...refusal("VALIDATION"), errors: [{ path: "startsAt", message: "same_time" }] });

  const now = clock(calendar.now);
  const kept = offerLength(await offerMinutesOf(tx, row.clinicId), startsAt, now);
  return write(tx, movable, { calendar, doctor, resourceId, startsAt, expiresAt: now + minutes(kept), now });
}

interface Decided {
  calendar: Calendar;
  doctor: Calendar["doctors"][number];
  resourceId: string | null;
  startsAt: EpochMs;
  expiresAt: EpochMs;
  now: EpochMs;
}

async function write(
  tx: Transaction,
  { row, booker, except: own }: Movable,
  { calendar, doctor, resourceId, startsAt, expiresAt, now }: Decided,
): Promise<OfferedReplacement> {
  const links = makeMailLinks();
  const facts = { ...messageFactsOf(row, null, links), startsAt, doctor };
  const draft = {
    clinicId: row.clinicId,
    doctorId: doctor.id,
    serviceId: row.service.id,
    // In nobody's name: it may lie where the patient is, until the appointment itself moves there.
    patientId: null,
    contact: null,
    startsAt,
    endsAt: startsAt + minutes(doctor.timing.durationMinutes),
    status: "held" as const,
    resourceId,
    notes: null,
    answers: [],
    urgent: false,
    priceAmount: row.priceAmount,
    priceCurrency: calendar.clinic.currency,
    hold: { key: createHash("sha256").update(randomBytes(32)).digest(), expiresAt, replacesId: row.id },
  };
  const messages = replacementMessages(facts, { previousStartsAt: own.startsAt, expiresAt });
  const written = await insertAppointment(tx, draft, {
    actor: booker.actor,
    action: "appointment.replacement_offered",
    detail: { replaces: row.id },
    messages,
  });
  if (messages.length > 0) {
    const lifetime = Math.ceil((own.endsAt - now) / minutes(1)) + monthInMinutes;
    await storeToken(
      tx,
      links.patient,
      "appointment",
      `${row.id}:offer-${written.id}`,
      Math.max(lifetime, monthInMinutes),
    );
  }
  return { ...written, isTold: messages.length > 0 };
}

const monthInMinutes = 30 * 24 * 60;

/** The patient's own place is no reason against another one. */
function without(own: { startsAt: EpochMs; endsAt: EpochMs }, calendar: Calendar): Calendar {
  const isOwn = (taken: { start: EpochMs; end: EpochMs }) => taken.start === own.startsAt && taken.end === own.endsAt;
  return { ...calendar, patientBusy: calendar.patientBusy.filter((taken) => !isOwn(taken)) };
}

/** Somebody else may offer another time while this one waits for the locks. */
async function lockWithOffers(tx: Transaction, clinicId: string, appointmentId: string, startsAt: EpochMs) {
  for (let known = await openOffers(tx, appointmentId); ; ) {
    await lockPlaces(tx, clinicId, [appointmentId, ...known.map(({ id }) => id)], startsAt);
    const found = await openOffers(tx, appointmentId);
    if (found.every(({ id }) => known.some((offer) => offer.id === id))) return found;
    known = found;
  }
}

async function openOffers(tx: Transaction, appointmentId: string) {
  return tx.appointment.findMany({
    where: { replacesId: appointmentId, status: "held" },
    select: { id: true, clinicId: true, version: true },
  });
}

async function offerMinutesOf(tx: Transaction, id: string): Promise<number> {
  const clinic = await tx.clinic.findUniqueOrThrow({ where: { id }, select: { offerMinutes: true } });
  return clinic.offerMinutes;
}
