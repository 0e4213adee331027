import "server-only";
import { type Actor, type GuestActor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { mayBook } from "#lib/db/guards.ts";
import { inOneStatement, inTransaction } from "#lib/db/transaction.ts";
import { type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { bookAppointmentSchema } from "../../schema.ts";
import type { WrittenAppointment } from "../../view.ts";
import { freedByExpiry } from "../holds/expire-holds.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal, refusedByDatabase } from "../refused-by-database.ts";
import { bookerOf } from "./booking-party.ts";
import { claimHeldPlace, findHeldPlace, fits, type HoldProof } from "./held-place.ts";
import { type Order, placeBooking } from "./place-booking.ts";
import { withAlternatives } from "./with-alternatives.ts";

/**
 * Books one appointment with a named doctor or with whoever is free (fewest appointments that day, then by name), of a
 * held place where there is one. Patients and guests book for themselves, staff for others. Refused for a time that
 * cannot be had, with up to three alternatives.
 */
export async function bookAppointment(
  actor: Actor | GuestActor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<WrittenAppointment>> {
  const parsed = parseInput(bookAppointmentSchema, input);
  if (!parsed.ok) return parsed;
  const { hold, ...wanted } = parsed.value;
  if (!hasRole(actor, wanted.clinicId, "patient")) return refuse(refusal("FORBIDDEN"));
  const booker = bookerOf(actor, wanted);
  if (!booker.ok) return booker;
  const order: Order = { ...wanted, booker: booker.value };
  return orRefusal(async () => {
    if (!(await mayBook())) return refuse(refusal("BOOKING_DISABLED"));
    const booked = await bookHeldOrFree(order, hold, clock);
    return booked.ok ? booked : refuse(await withAlternatives(booked.refusal, order, clock));
  });
}

async function bookHeldOrFree(
  order: Order,
  hold: HoldProof | undefined,
  clock: Clock,
): Promise<Result<WrittenAppointment>> {
  if (!hold) return bookOrSayWhy(order, clock);
  const claimed = await inTransaction(async (tx) => {
    const held = await findHeldPlace(tx, order.booker.actor, hold);
    return held?.isLive && fits(held, order) ? claimHeldPlace(tx, held, order, clock) : null;
  });
  if (claimed && (claimed.ok || claimed.refusal.code !== "HOLD_EXPIRED")) return claimed;
  // The hold has run out: whoever comes back to a place that is still free gets it all the same.
  const booked = await bookOrSayWhy(order, clock);
  if (booked.ok || !isTaken(booked.refusal.code)) return booked;
  return refuse(refusal("HOLD_EXPIRED", { startsAt: order.startsAt }));
}

function isTaken(code: string): boolean {
  return ["SLOT_FULL", "DAY_FULL", "DOCTOR_BUSY"].includes(code);
}

const attempts = 3;

/** The booking without a hold. */
async function bookOrSayWhy(order: Order, clock: Clock): Promise<Result<WrittenAppointment>> {
  // Choosing among doctors is only fair when nobody books that day meanwhile. With a named one there is nothing to
  // choose: the facts are read, and the write is refused by the database if they have changed since.
  const isOneStatement = order.doctorId !== null && !order.booker.contact;
  const run = isOneStatement ? inOneStatement : inTransaction;
  return untilDecided(order, () => run((tx) => placeBooking(tx, order, clock)));
}

/** Tries again after a lost race, and after holds that stood in the way have run out. */
export async function untilDecided<T>(
  order: Pick<Order, "clinicId" | "startsAt">,
  place: () => Promise<Result<T>>,
): Promise<Result<T>> {
  for (let attempt = 1; ; attempt++) {
    try {
      const booked = await place();
      if (booked.ok || attempt === attempts || !(await isFreed(order, booked.refusal.code))) return booked;
    } catch (error) {
      const refused = refusedByDatabase(error);
      if (!refused) throw error;
      // A race was lost. The facts as they are now say why, or that somebody else is free.
      if (refused.code === "BUSY" || attempt === attempts) return refuse(refused);
    }
  }
}

async function isFreed({ clinicId, startsAt }: Pick<Order, "clinicId" | "startsAt">, code: string): Promise<boolean> {
  return (isTaken(code) || code === "SAME_PATIENT") && freedByExpiry({ clinicId, around: startsAt });
}
