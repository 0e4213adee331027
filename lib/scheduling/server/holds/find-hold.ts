import "server-only";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import type { EpochMs } from "#lib/time.ts";
import { extendedUntil } from "../../hold.ts";
import type { HoldView } from "../../view.ts";
import { holderOf, isFor, type OwnHold, ownHolds } from "./own-holds.ts";

interface Wish {
  clinicId: string;
  serviceId: string;
  doctorId: string | null;
  startsAt: EpochMs;
}

/** The time that somebody keeps for what they wish, also when it has run out and nobody took it back yet. */
export async function findHold(
  actor: Actor | GuestActor,
  secret: string | undefined,
  wish: Wish,
): Promise<HoldView | null> {
  const holds = await ownHolds(db, holderOf(actor, secret));
  const hold = holds.find((own) => isFor(own, wish));
  return hold ? viewOf(hold) : null;
}

/** What somebody keeps at a clinic, whatever it is; what this browser keeps before what another one does. */
export async function findHoldOf(
  actor: Actor | GuestActor,
  secret: string | undefined,
  { clinicId }: Pick<Wish, "clinicId">,
): Promise<HoldView | null> {
  const holds = await ownHolds(db, holderOf(actor, secret));
  const here = holds.filter((own) => own.clinicId === clinicId);
  const hold = here.find((own) => own.isOfBrowser) ?? here[0];
  return hold ? viewOf(hold) : null;
}

function viewOf(hold: OwnHold): HoldView {
  const { id, clinicId, serviceId, doctorId, startsAt, endsAt, expiresAt, isLive, now } = hold;
  const canExtend = isLive && extendedUntil(hold, hold.holdMinutes, now) > expiresAt;
  return { id, clinicId, serviceId, doctorId, startsAt, endsAt, expiresAt, isLive, now, canExtend };
}
