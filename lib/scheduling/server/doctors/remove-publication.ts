import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { removePublicationSchema } from "../../profile-schema.ts";
import { refusal } from "../../refusal.ts";
import { parseInput } from "../parse-input.ts";
import { changeProfile } from "./change-profile.ts";

/** Takes a publication off a doctor's page. For that doctor, and for admins. */
export async function removePublication(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const parsed = parseInput(removePublicationSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, doctorId, id } = parsed.value;
  return changeProfile(actor, {
    clinicId,
    doctorId,
    action: "publication.removed",
    detail: { publicationId: id },
    async write(tx) {
      const { count } = await tx.publication.deleteMany({ where: { id, doctorId } });
      return count > 0 ? ok({ id }) : refuse(refusal("NOT_FOUND"));
    },
  });
}
