import "server-only";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { mayBook } from "#lib/db/guards.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { type Result, refuse } from "#lib/result.ts";
import { isMovable } from "../../lifecycle.ts";
import { refusal } from "../../refusal.ts";
import { replacementSchema } from "../../schema.ts";
import type { WrittenAppointment } from "../../view.ts";
import { allOrNothing, Refused } from "../all-or-nothing.ts";
import { changeStatus, moveAppointment } from "../booking/write-appointment.ts";
import { lockPlaces } from "../lock-places.ts";
import { parseInput } from "../parse-input.ts";
import { type AppointmentRow, appointmentColumns } from "../records.ts";
import { orRefusal } from "../refused-by-database.ts";
import { moveMessages } from "./appointment-messages.ts";
import { makeMailLinks } from "./mail-links.ts";
import { messageFactsOf } from "./message-facts.ts";
import { findMovable, type Movable } from "./place-move.ts";

/**
 * Moves an appointment onto the place that is held for it, in one step: the hold ends and the appointment is there, or
 * all stays as it was. For its patient, and for the front desk when the patient says so.
 */
export async function acceptReplacement(
  actor: Actor | GuestActor,
  input: unknown,
): Promise<Result<WrittenAppointment>> {
  if (!(await mayBook())) return refuse(refusal("BOOKING_DISABLED"));
  return answer(actor, input, moveThere);
}

/** Gives the offered place back; the appointment stays as it is. By the patient declined, by the front desk withdrawn. */
export async function declineReplacement(
  actor: Actor | GuestActor,
  input: unknown,
): Promise<Result<{ replacesId: string }>> {
  return answer(actor, input, async (tx, offer) => {
    await giveBack(tx, offer, offer.movable.party === "patient" ? "declined" : "withdrawn");
    return { replacesId: offer.movable.row.id };
  });
}

interface Offer {
  held: AppointmentRow;
  movable: Movable;
}

async function answer<T>(
  actor: Actor | GuestActor,
  input: unknown,
  work: (tx: Transaction, offer: Offer) => Promise<T>,
): Promise<Result<T>> {
  const parsed = parseInput(replacementSchema, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  return orRefusal(async () => {
    const held = await db.appointment.findUnique({ where: { id }, select: { replacesId: true, clinicId: true } });
    const replaced = held?.replacesId && (await findMovable(db, actor, { id: held.replacesId }));
    if (!held?.replacesId || !replaced || replaced.party === "doctor") return refuse(refusal("NOT_FOUND"));
    const { clinicId, replacesId } = held;
    return allOrNothing(async (tx) => {
      await lockPlaces(tx, clinicId, [id, replacesId]);
      return work(tx, await liveOffer(tx, actor, id, replacesId));
    });
  });
}

/** The offer as it is under the locks. Whoever was too late is told so. */
async function liveOffer(tx: Transaction, actor: Actor | GuestActor, id: string, replacesId: string): Promise<Offer> {
  const [live] = await tx.$queryRaw<{ isLive: boolean }[]>`
    SELECT status = 'held' AND hold_expires_at > clock_timestamp() AS "isLive" FROM appointment WHERE id = ${id}::uuid`;
  const held = await tx.appointment.findUniqueOrThrow({ where: { id }, select: appointmentColumns });
  const movable = await findMovable(tx, actor, { id: replacesId });
  if (!movable) throw new Refused(refusal("NOT_FOUND"));
  if (!live?.isLive) throw new Refused(refusal("HOLD_EXPIRED", { startsAt: held.startsAt.getTime() }));
  return { held, movable };
}

async function moveThere(tx: Transaction, offer: Offer): Promise<WrittenAppointment> {
  const { held, movable } = offer;
  const { row, booker, except: own } = movable;
  const { status } = row;
  if (!isMovable(status)) throw new Refused(refusal("ILLEGAL_TRANSITION", { from: status }));
  await giveBack(tx, offer, "accepted");
  const [before, after] = [row, held].map(({ doctorService: { doctor } }) => ({ ...doctor, ...doctor.user }));
  if (!before || !after) throw new Error("Two rows have two doctors");
  const startsAt = held.startsAt.getTime();
  const links = makeMailLinks();
  const next = { ...after, linkToken: links.doctor.token };
  const facts = {
    ...messageFactsOf(row, null, links),
    startsAt,
    doctor: after,
    moved: { previousStartsAt: own.startsAt, status },
  };
  const move = {
    id: row.id,
    clinicId: row.clinicId,
    version: row.version,
    status,
    doctorId: after.id,
    resourceId: held.resource?.id ?? null,
    startsAt,
    endsAt: held.endsAt.getTime(),
  };
  const written = await moveAppointment(tx, move, {
    actor: booker.actor,
    action: "appointment.moved",
    detail: { from: own.startsAt, to: startsAt, doctorBefore: before.id, doctorId: after.id, offer: held.id },
    messages: moveMessages(facts, before.id === after.id ? [next] : [before, next]),
    links,
  });
  if (!written) throw new Refused(refusal("VERSION_CONFLICT", { status }));
  return written;
}

type Ending = "accepted" | "declined" | "withdrawn";

async function giveBack(tx: Transaction, { held, movable }: Offer, reason: Ending): Promise<WrittenAppointment> {
  const { id, clinicId, version } = held;
  const change = { id, clinicId, version, from: "held", to: "expired", reason } as const;
  const written = await changeStatus(tx, change, {
    actor: movable.booker.actor,
    action: `appointment.replacement_${reason}`,
    messages: [],
    supersedes: "all",
  });
  if (!written) throw new Refused(refusal("VERSION_CONFLICT", { status: held.status }));
  return written;
}
