import "server-only";
import { newGuest } from "#lib/auth/guest.ts";
import { currentActor } from "#lib/auth/session.ts";
import { currentVisitor } from "#lib/auth/visitor.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";
import { takeHoldTurn } from "#lib/scheduling/server/booking/booking-turns.ts";
import { extendHold } from "#lib/scheduling/server/holds/extend-hold.ts";
import { findHold, findHoldOf } from "#lib/scheduling/server/holds/find-hold.ts";
import { holdAppointment } from "#lib/scheduling/server/holds/hold-appointment.ts";
import { releaseHold } from "#lib/scheduling/server/holds/release-hold.ts";
import type { HeldAppointment, HoldView } from "#lib/scheduling/view.ts";
import { ensureHoldSecret, holdSecret } from "./hold-cookie.ts";
import type { LoadedChoice } from "./load-choice.ts";

/** What this browser, or whoever is signed in, keeps of the choice; also when it has just run out. */
export async function heldOf(loaded: LoadedChoice): Promise<HoldView | null> {
  const wish = wishOf(loaded);
  return wish && findHold(await booker(), await holdSecret(), wish);
}

/** What they keep at this clinic, whatever it is. */
export async function anyHold({ clinic }: LoadedChoice): Promise<HoldView | null> {
  return findHoldOf(await booker(), await holdSecret(), { clinicId: clinic.id });
}

/** Keeps the chosen time, and gives back what this browser kept before. One that is kept already stays as it is. */
export async function holdChosen(loaded: LoadedChoice, hadHold = false): Promise<Result<HeldAppointment>> {
  const wish = wishOf(loaded);
  if (!wish) throw new Error("A time is chosen before it is held");
  const held = await heldOf(loaded);
  if (held?.isLive) return ok(held);
  const [actor, secret] = [await currentActor(), await ensureHoldSecret()];
  const tooMany = actor ? null : await takeHoldTurn(await currentVisitor());
  if (tooMany) return refuse(tooMany);
  const result = await holdAppointment(actor ?? newGuest(), { ...wish, secret });
  return result.ok || !hadHold ? result : refuse(afterExpiry(result.refusal, wish.startsAt));
}

/** Begins its time anew; where it has run out and nobody was faster, it is kept again. */
export async function extendChosen(loaded: LoadedChoice): Promise<Result<HeldAppointment>> {
  const held = await heldOf(loaded);
  if (!held?.isLive) return holdChosen(loaded, true);
  const extended = await extendHold(await booker(), { id: held.id, secret: await holdSecret() });
  return extended.ok ? extended : holdChosen(loaded, true);
}

export async function releaseChosen(loaded: LoadedChoice): Promise<void> {
  const held = await heldOf(loaded);
  if (held) await releaseHold(await booker(), { id: held.id, secret: await holdSecret() });
}

async function booker() {
  return (await currentActor()) ?? newGuest();
}

function wishOf({ clinic, choice, service, doctor }: LoadedChoice) {
  const { startsAt } = choice;
  return startsAt ? { clinicId: clinic.id, serviceId: service.id, doctorId: doctor?.id ?? null, startsAt } : null;
}

/** Whoever had the time and comes too late hears that, rather than that it is full. */
function afterExpiry(refused: Refusal, startsAt: number): Refusal {
  const isTaken = ["SLOT_FULL", "DAY_FULL", "DOCTOR_BUSY"].includes(refused.code);
  return isTaken ? { ...refused, code: "HOLD_EXPIRED", detail: { startsAt } } : refused;
}
