import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "../../refusal.ts";
import { waitlistEntrySchema } from "../../schema.ts";
import { parseInput } from "../parse-input.ts";
import { orRefusal } from "../refused-by-database.ts";
import { endWish, findEntry, unlessOvertaken } from "./waitlist-end.ts";

/** Takes a wish back; what was offered for it goes to the next. For the patient, and for staff of the clinic. */
export async function leaveWaitlist(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const parsed = parseInput(waitlistEntrySchema, input);
  if (!parsed.ok) return parsed;
  const { id } = parsed.value;
  const left = await orRefusal(async () => {
    const answer = await unlessOvertaken(async (tx) => {
      const entry = await findEntry(tx, id);
      const may = entry && (entry.patientId === actor.userId || hasRole(actor, entry.clinicId, "staff"));
      if (!may) return refuse(refusal("NOT_FOUND"));
      // Whoever presses twice has left all the same.
      if (entry.status === "withdrawn") return ok({ id });
      if (entry.status !== "waiting" && entry.status !== "offered") return refuse(refusal("VERSION_CONFLICT"));
      await endWish(tx, actor, entry, "withdrawn");
      return ok({ id });
    });
    return answer ?? refuse(refusal("VERSION_CONFLICT"));
  });
  return left;
}
