import "server-only";
import { createHash } from "node:crypto";
import type { AnyActor } from "#lib/auth/actor.ts";
import type { Clock } from "#lib/clock.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { EpochMs } from "#lib/time.ts";
import { decideBooking } from "../../booking-decision.ts";
import { refusal } from "../../refusal.ts";
import type { WrittenAppointment } from "../../view.ts";
import { makeMailLinks } from "../appointments/mail-links.ts";
import { answersTo, bookedStatus, bookingMessages, calendarFor, type Order, requestFor } from "./place-booking.ts";
import { claimHold } from "./write-appointment.ts";

/** A hold as its holder knows it. */
export interface HoldProof {
  id: string;
  /** What the browser keeps; left out by a patient whose account holds it. */
  secret?: string | undefined;
}

export interface HeldPlace {
  id: string;
  clinicId: string;
  serviceId: string;
  doctorId: string;
  patientId: string | null;
  startsAt: EpochMs;
  endsAt: EpochMs;
  version: number;
  expiresAt: EpochMs;
  isLive: boolean;
}

export function holdKeyOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** The holder's own hold, run out or not; null for anybody else's and when it is none any more. */
export async function findHeldPlace(
  tx: Transaction,
  actor: AnyActor,
  { id, secret }: HoldProof,
): Promise<HeldPlace | null> {
  const key = secret ? holdKeyOf(secret) : null;
  const userId = actor.kind === "person" ? actor.userId : null;
  const [row] = await tx.$queryRaw<(Omit<HeldPlace, "startsAt" | "endsAt" | "expiresAt"> & Instants)[]>`
    SELECT id::text, clinic_id::text AS "clinicId", service_id::text AS "serviceId", doctor_id::text AS "doctorId",
      patient_id::text AS "patientId", version, starts_at AS "startsAt", ends_at AS "endsAt",
      hold_expires_at AS "expiresAt", hold_expires_at > clock_timestamp() AS "isLive"
    FROM appointment
    WHERE id = ${id}::uuid AND status = 'held'
      AND (hold_key = ${key}::bytea OR patient_id = ${userId}::uuid)`;
  if (!row) return null;
  const { startsAt, endsAt, expiresAt } = row;
  return { ...row, startsAt: startsAt.getTime(), endsAt: endsAt.getTime(), expiresAt: expiresAt.getTime() };
}

interface Instants {
  startsAt: Date;
  endsAt: Date;
  expiresAt: Date;
}

/** Whether the hold is for what is ordered now. */
export function fits(held: HeldPlace, order: Order): boolean {
  return (
    held.clinicId === order.clinicId &&
    held.serviceId === order.serviceId &&
    held.startsAt === order.startsAt &&
    (order.doctorId === null || order.doctorId === held.doctorId)
  );
}

/** Makes a booking of a place that is held. What cannot be known of a place that is taken is asked: may this person? */
export async function claimHeldPlace(
  tx: Transaction,
  held: HeldPlace,
  order: Order,
  clock: Clock,
): Promise<Result<WrittenAppointment>> {
  const { booker, notes = null, urgent = false } = order;
  const named = { ...order, doctorId: held.doctorId };
  const calendar = await calendarFor(tx, named, held);
  const doctor = calendar?.doctors[0];
  if (!calendar || !doctor) return refuse(refusal("NOT_OFFERED"));
  const refused = decideBooking(requestFor(calendar, doctor, held.startsAt, booker.party, clock));
  if (refused && ["FORBIDDEN", "SAME_PATIENT", "PAST"].includes(refused.code)) return refuse(refused);
  const answered = answersTo(calendar, order);
  if (!answered.ok) return answered;

  const links = makeMailLinks();
  const { id, clinicId, version } = held;
  const { patientId, contact } = booker;
  const status = bookedStatus(calendar, booker);
  const claim = { id, clinicId, version, patientId, contact, notes, urgent, answers: answered.value, status };
  const messages = bookingMessages(calendar, order, doctor, links);
  const written = await claimHold(tx, claim, { actor: booker.actor, action: "appointment.booked", messages, links });
  if (!written) return refuse(refusal("HOLD_EXPIRED", { startsAt: held.startsAt }));
  return ok(written);
}
