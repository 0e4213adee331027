import { expect, test } from "vitest";
import { photoHref, photoTypeOf, readPhotoName } from "./photo.ts";

const padded = (...start: number[]) => Uint8Array.from([...start, ...new Array(16).fill(0)]);
const text = (words: string) => Uint8Array.from(words, (letter) => letter.charCodeAt(0));

test.each([
  ["a JPEG", padded(0xff, 0xd8, 0xff, 0xe0), "image/jpeg"],
  ["a PNG", padded(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), "image/png"],
  ["a WebP", text("RIFF\0\0\0\0WEBPVP8 "), "image/webp"],
  ["a sound in the same wrapping", text("RIFF\0\0\0\0WAVEfmt "), null],
  ["a drawing that could carry a script", text("<svg xmlns='http://www.w3.org/2000/svg'>"), null],
  ["a page that calls itself a photo", text("<!doctype html><script>"), null],
  ["nothing", new Uint8Array(), null],
])("%s is known by its first bytes", (_, bytes, type) => expect(photoTypeOf(bytes)).toBe(type));

test("a photo is found again by its address, and nothing else is", () => {
  const key = "k".repeat(22);
  expect(readPhotoName(photoHref(key, "large").replace("/photos/", ""))).toEqual({ key, size: 640 });
  for (const name of [key, `${key}-641`, `${key}-640.svg`, `../${key}-640`, ""]) expect(readPhotoName(name)).toBeNull();
});
