import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { ok, type Result } from "#lib/result.ts";
import { doctorOfSchema } from "../../profile-schema.ts";
import { parseInput } from "../parse-input.ts";
import { changeProfile } from "./change-profile.ts";

/** Takes the photo off a doctor's page and forgets it. For that doctor, and for admins. */
export async function removePhoto(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const parsed = parseInput(doctorOfSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, doctorId } = parsed.value;
  return changeProfile(actor, {
    clinicId,
    doctorId,
    action: "doctor_photo.removed",
    async write(tx) {
      await tx.doctorPhoto.deleteMany({ where: { doctorId } });
      await tx.doctor.update({ where: { id: doctorId }, data: { photo: null } });
      return ok({ id: doctorId });
    },
  });
}
