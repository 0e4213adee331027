import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "#lib/auth/actor.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { largestPhotoBytes, photoTypeOf } from "../../photo.ts";
import { doctorOfSchema } from "../../profile-schema.ts";
import { refusal } from "../../refusal.ts";
import { parseInput } from "../parse-input.ts";
import { changeProfile } from "./change-profile.ts";
import { cutPhoto } from "./cut-photo.ts";
import { isOwnOrOf } from "./weekly-hours.ts";

/**
 * Puts a photo on a doctor's page, in place of the one there: JPEG, PNG or WebP of up to 5 MB, by what it is and not by
 * what it calls itself. For that doctor, and for admins.
 */
export async function savePhoto(
  actor: Actor,
  input: unknown,
  upload: Uint8Array<ArrayBuffer>,
): Promise<Result<{ key: string }>> {
  const parsed = parseInput(doctorOfSchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, doctorId } = parsed.value;
  // Before the picture is worked on: that costs more than asking.
  if (!isOwnOrOf(actor, { clinicId, doctorId }, "admin")) return refuse(refusal("NOT_FOUND"));
  if (upload.length === 0) return invalid("required");
  if (upload.length > largestPhotoBytes) return invalid("photo_too_large");
  const type = photoTypeOf(upload);
  const cut = type && (await cutPhoto(upload, type));
  if (!cut) return invalid("photo_type");

  const key = createHash("sha256").update(doctorId).update(upload).digest("base64url").slice(0, 22);
  return changeProfile(actor, {
    clinicId,
    doctorId,
    action: "doctor_photo.changed",
    async write(tx) {
      await tx.doctorPhoto.deleteMany({ where: { doctorId } });
      await tx.doctorPhoto.createMany({ data: cut.map((square) => ({ ...square, doctorId, key })) });
      await tx.doctor.update({ where: { id: doctorId }, data: { photo: key } });
      return ok({ key });
    },
  });
}

function invalid(message: string): Result<never> {
  return refuse({ ...refusal("VALIDATION"), errors: [{ path: "photo", message }] });
}
