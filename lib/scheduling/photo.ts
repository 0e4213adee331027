export const photoTypes = ["image/jpeg", "image/png", "image/webp"] as const;
export type PhotoType = (typeof photoTypes)[number];

/** Squares in which a photo is kept, in pixels: beside a name, and on the doctor's own page. */
export const photoSizes = { small: 128, large: 640 } as const;

export const largestPhotoBytes = 5 * 1024 * 1024;

const ascii = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/** What an upload is by its first bytes, whatever its name and type claim; null for all that is no photo. */
export function photoTypeOf(bytes: Uint8Array): PhotoType | null {
  if (bytes.length < 16) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return "image/jpeg";
  if (bytes[0] === 0x89 && ascii(bytes, 1, 8) === "PNG\r\n\x1a\n") return "image/png";
  return ascii(bytes, 0, 4) === "RIFF" && ascii(bytes, 8, 12) === "WEBP" ? "image/webp" : null;
}

/** The address of a photo; another picture has another key, so that browsers may keep it for good. */
export function photoHref(key: string, size: keyof typeof photoSizes): string {
  return `/photos/${key}-${photoSizes[size]}`;
}

const address = /^([\w-]{22})-(\d{2,4})$/;

/** Which photo an address asks for; null where no photo has such an address. */
export function readPhotoName(name: string): { key: string; size: number } | null {
  const [, key, digits] = address.exec(name) ?? [];
  const size = Number(digits);
  return key && Object.values<number>(photoSizes).includes(size) ? { key, size } : null;
}
