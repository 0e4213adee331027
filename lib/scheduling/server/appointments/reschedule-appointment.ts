import "server-only";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { mayBook } from "#lib/db/guards.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { type Result, refuse } from "#lib/result.ts";
import { type Refusal, refusal } from "../../refusal.ts";
import { rescheduleAppointmentSchema } from "../../schema.ts";
import type { WrittenAppointment } from "../../view.ts";
import { untilDecided } from "../booking/book-appointment.ts";
import { withAlternatives } from "../booking/with-alternatives.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { findMovable, type MoveWish, placeMove, wishedDoctor } from "./place-move.ts";

/**
 * Gives an appointment another time, and another doctor where one is asked for, in one step: it keeps its identity, and
 * its old place until it has the new one. Its patient may until the deadline, doctor and staff until it begins, after
 * the deadline with a reason. Refused for a time that cannot be had, with up to three alternatives.
 */
export async function rescheduleAppointment(
  actor: Actor | GuestActor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<WrittenAppointment>> {
  const parsed = parseInput(rescheduleAppointmentSchema, input);
  if (!parsed.ok) return parsed;
  const wish = parsed.value;
  return orRefusal(async () => {
    if (!(await mayBook())) return refuse(refusal("BOOKING_DISABLED"));
    const clinic = await db.appointment.findUnique({ where: { id: wish.id }, select: { clinicId: true } });
    if (!clinic) return refuse(refusal("NOT_FOUND"));
    const place = { ...clinic, startsAt: wish.startsAt };
    const moved = await untilDecided(place, () => inTransaction((tx) => placeMove(tx, actor, wish, clock)));
    return moved.ok ? moved : refuse(await instead(actor, wish, moved.refusal, clock));
  });
}

const aboutTheTime = new Set<Refusal["code"]>([
  ...(["SLOT_FULL", "DAY_FULL", "DOCTOR_BUSY", "SAME_PATIENT", "CLOSED", "OUTSIDE_HOURS"] as const),
  ...(["PAST", "TOO_SHORT_NOTICE", "BEYOND_HORIZON"] as const),
]);

async function instead(actor: Actor | GuestActor, wish: MoveWish, refused: Refusal, clock: Clock): Promise<Refusal> {
  if (!aboutTheTime.has(refused.code)) return refused;
  const movable = await findMovable(db, actor, wish);
  if (!movable) return refused;
  const doctor = wishedDoctor(movable, wish.doctorId);
  if (!doctor.ok) return refused;
  const { row, booker, except, party } = movable;
  const asked = { clinicId: row.clinicId, serviceId: row.service.id, ...doctor.value, startsAt: wish.startsAt };
  return withAlternatives(refused, { ...asked, booker, except, keepsDoctor: party === "doctor" }, clock);
}
