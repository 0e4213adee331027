import { findPhoto } from "#lib/scheduling/server/doctors/find-photo.ts";
import { hasState } from "../../_calendar/calendar-answer.ts";

/** A doctor's photo. Its address changes with the picture, so whoever has it need never ask again. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  const photo = await findPhoto(file);
  if (!photo) return new Response("Not found.\n", { status: 404, headers: { "Cache-Control": "no-store" } });
  const etag = `"${file}"`;
  const headers = {
    "Content-Type": photo.type,
    "Cache-Control": "public, max-age=31536000, immutable",
    ETag: etag,
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'none'; sandbox",
  };
  if (hasState(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });
  return new Response(photo.bytes, { headers });
}
