import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { ok, type Result } from "#lib/result.ts";
import { saveProfileSchema } from "../../profile-schema.ts";
import { parseInput } from "../parse-input.ts";
import { changeProfile } from "./change-profile.ts";

/** What a doctor's page says of them, and where they usually meet patients by video. For that doctor, and for admins. */
export async function saveProfile(actor: Actor, input: unknown): Promise<Result<{ id: string }>> {
  const parsed = parseInput(saveProfileSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, doctorId, ...profile } = parsed.value;
  return changeProfile(actor, {
    clinicId,
    doctorId,
    action: "doctor_profile.changed",
    detail: { title: profile.title, specialty: profile.specialty, hasVideoRoom: profile.videoUrl !== null },
    async write(tx) {
      await tx.doctor.update({ where: { id: doctorId }, data: profile });
      return ok({ id: doctorId });
    },
  });
}
