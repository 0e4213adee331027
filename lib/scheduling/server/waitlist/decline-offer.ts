import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { waitlistEntrySchema } from "../../schema.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { endWish, findEntry, unlessOvertaken } from "./waitlist-end.ts";

/** A patient does not want what was offered to them: it goes to the next, and their wish ends. */
export async function declineOffer(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const parsed = parseInput(waitlistEntrySchema, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  return orRefusal(async () => {
    const answer = await unlessOvertaken(async (tx) => {
      const entry = await findEntry(tx, id);
      if (entry?.patientId !== actor.userId) return refuse(refusal("NOT_FOUND"));
      if (entry.status === "declined") return ok({ id });
      if (entry.status !== "offered") return refuse(refusal("HOLD_EXPIRED"));
      await endWish(tx, actor, entry, "declined");
      return ok({ id });
    });
    return answer ?? refuse(refusal("VERSION_CONFLICT"));
  });
}
