import "server-only";
import { db } from "#lib/db/client.ts";
import { readPhotoName } from "../../photo.ts";

/** A doctor's photo by the name in its address, for everybody; null where there is none. */
export async function findPhoto(name: string): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const asked = readPhotoName(name);
  if (!asked) return null;
  const { key, size } = asked;
  // One that could not be cut is kept in one size alone.
  return db.doctorPhoto.findFirst({
    where: { key, size: { gte: size } },
    orderBy: { size: "asc" },
    select: { type: true, bytes: true },
  });
}
