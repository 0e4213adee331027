import "server-only";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { extendedUntil } from "../../hold.ts";
import { refusal } from "../../refusal.ts";
import { heldPlaceSchema } from "../../schema.ts";
import type { HeldAppointment } from "../../view.ts";
import { prolongHold } from "../booking/write-appointment.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { holderOf, ownHolds } from "./own-holds.ts";

/** Begins a hold's time anew, as often as it may last longer still. Refused once it has run out. */
export async function extendHold(
  actor: Actor | GuestActor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<HeldAppointment>> {
  const parsed = parseInput(heldPlaceSchema, input);
  if (!parsed.ok) return parsed;
  const { id, secret } = parsed.value;
  return orRefusal(() =>
    inTransaction(async (tx) => {
      const held = (await ownHolds(tx, holderOf(actor, secret))).find((hold) => hold.id === id);
      if (!held) return refuse(refusal("NOT_FOUND"));
      const expiresAt = extendedUntil(held, held.holdMinutes, clock(held.now));
      const { clinicId, version, startsAt } = held;
      const traces = { actor, action: "appointment.hold_extended", messages: [] };
      const written = await prolongHold(tx, { id, clinicId, version, expiresAt }, traces);
      return written ? ok({ ...held, expiresAt }) : refuse(refusal("HOLD_EXPIRED", { startsAt }));
    }),
  );
}
