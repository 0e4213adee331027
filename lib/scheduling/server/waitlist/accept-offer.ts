import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { mayBook } from "#lib/db/guards.ts";
import { type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { acceptOfferSchema } from "../../schema.ts";
import type { WrittenAppointment } from "../../view.ts";
import { claimHeldPlace, findHeldPlace } from "../booking/held-place.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { findEntry, moveEntry, unlessOvertaken } from "./waitlist-end.ts";

/** A patient takes what was offered to them: the hold becomes their appointment, requested or confirmed as any other. */
export async function acceptOffer(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<WrittenAppointment>> {
  const parsed = parseInput(acceptOfferSchema, input);
  if (!parsed.ok) return parsed;
  const { id, notes, answers } = parsed.value;
  return orRefusal(async () => {
    if (!(await mayBook())) return refuse(refusal("BOOKING_DISABLED"));
    const taken = await unlessOvertaken(async (tx) => {
      const entry = await findEntry(tx, id);
      if (entry?.patientId !== actor.userId) return refuse(refusal("NOT_FOUND"));
      const held = entry.status === "offered" && entry.offer ? await findHeldPlace(tx, actor, entry.offer) : null;
      if (!held?.isLive) return refuse(refusal("HOLD_EXPIRED"));
      const booker = { actor, party: "patient", patientId: actor.userId, contact: null } as const;
      const claimed = await claimHeldPlace(tx, held, { ...held, booker, notes, answers }, clock);
      if (claimed.ok) await moveEntry(tx, actor, entry, "accepted");
      return claimed;
    });
    return taken ?? refuse(refusal("HOLD_EXPIRED"));
  });
}
