import "server-only";
import { type Actor, type GuestActor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { mayBook } from "#lib/db/guards.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { type Result, refuse } from "#lib/result.ts";
import { mostHolds } from "../../hold.ts";
import { type Refusal, refusal } from "../../refusal.ts";
import { holdAppointmentSchema } from "../../schema.ts";
import type { HeldAppointment } from "../../view.ts";
import { allOrNothing, Refused } from "../all-or-nothing.ts";
import { untilDecided } from "../booking/book-appointment.ts";
import { placeBooking } from "../booking/place-booking.ts";
import { withAlternatives } from "../booking/with-alternatives.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { giveBackHolds } from "./give-back-holds.ts";
import { type Holder, holderOf, isFor, type OwnHold, ownHolds } from "./own-holds.ts";

/**
 * Keeps a time for whoever is about to book it, for a patient or for a browser that nobody signed in with. What the
 * browser kept before is given back in the same step, unless the new time is refused. Holding the same time again
 * answers with the hold that is there.
 */
export async function holdAppointment(
  actor: Actor | GuestActor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<HeldAppointment>> {
  const parsed = parseInput(holdAppointmentSchema, input);
  if (!parsed.ok) return parsed;
  const { secret, ...wish } = parsed.value;
  if (!hasRole(actor, wish.clinicId, "patient")) return refuse(refusal("FORBIDDEN"));
  const holder = holderOf(actor, secret);
  if (!holder.userId && !holder.key) {
    return refuse({ ...refusal("VALIDATION"), errors: [{ path: "secret", message: "required" }] });
  }
  const booker = { actor, party: "patient", patientId: holder.userId, contact: null } as const;
  const order = { ...wish, booker };
  return orRefusal(async () => {
    if (!(await mayBook())) return refuse(refusal("BOOKING_DISABLED"));
    const held = await untilDecided(order, () => allOrNothing((tx) => exchange(tx, order, holder, clock)));
    return held.ok ? held : refuse(await withAlternatives(held.refusal, order, clock));
  });
}

type HoldOrder = Omit<Parameters<typeof placeBooking>[1], "hold">;

async function exchange(tx: Transaction, order: HoldOrder, holder: Holder, clock: Clock): Promise<HeldAppointment> {
  await oneAtATime(tx, holder);
  const own = await ownHolds(tx, holder);
  const same = own.find((hold) => hold.isLive && isFor(hold, order));
  if (same) return same;

  const [given, kept] = [own.filter(isGivenBack), own.filter((hold) => !isGivenBack(hold))];
  if (kept.length >= mostHolds) throw new Refused(tooMany(kept, clock));
  await giveBackHolds(tx, order.booker.actor, given, order);
  const hold = { key: holder.key, minutes: await holdMinutesOf(tx, order.clinicId) };
  const written = await placeBooking(tx, { ...order, hold }, clock);
  if (!written.ok) throw new Refused(written.refusal);
  const made = (await ownHolds(tx, holder)).find(({ id }) => id === written.value.id);
  if (!made) throw new Error("A hold that was just made is there");
  return made;
}

/** What this browser kept makes way for its new choice, and so does what has run out. */
function isGivenBack(hold: OwnHold): boolean {
  return hold.isOfBrowser || !hold.isLive;
}

function tooMany(kept: OwnHold[], clock: Clock): Refusal {
  const seconds = kept.map(({ expiresAt, now }) => Math.ceil((expiresAt - clock(now)) / 1000));
  return refusal("RATE_LIMITED", { reason: "holds", retryAfterSeconds: Math.max(1, Math.min(...seconds)) });
}

/** Before all other locks, which nobody who waits here holds. */
async function oneAtATime(tx: Transaction, { userId, key }: Holder): Promise<void> {
  const name = `holds of ${userId ?? key?.toString("hex")}`;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 0))`;
}

async function holdMinutesOf(tx: Transaction, clinicId: string): Promise<number> {
  const clinic = await tx.clinic.findUnique({ where: { id: clinicId }, select: { holdMinutes: true } });
  if (!clinic) throw new Refused(refusal("NOT_FOUND"));
  return clinic.holdMinutes;
}
