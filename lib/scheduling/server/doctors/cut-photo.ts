import "server-only";
import { type PhotoType, photoSizes } from "../../photo.ts";

export interface CutPhoto {
  size: number;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** More pixels than any camera's, so that a small file cannot unpack into all of the memory. */
const mostPixels = 60_000_000;

/**
 * Squares of a photo as WebP, upright, without what the camera wrote into it: place and time among others. Where sharp
 * is not installed the photo stays as it came. @returns null for what is no picture behind its first bytes
 */
export async function cutPhoto(bytes: Uint8Array<ArrayBuffer>, type: PhotoType): Promise<CutPhoto[] | null> {
  const sharp = await import("sharp").then(
    (module) => module.default,
    () => null,
  );
  if (!sharp) return [{ size: photoSizes.large, type, bytes }];
  try {
    const upright = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" }).rotate();
    return await Promise.all(
      Object.values(photoSizes).map(async (size) => ({
        size,
        type: "image/webp",
        bytes: new Uint8Array(
          await upright
            .clone()
            .resize(size, size, { fit: "cover", position: "attention" })
            .webp({ quality: 82 })
            .toBuffer(),
        ),
      })),
    );
  } catch {
    return null;
  }
}
