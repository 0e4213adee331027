import "server-only";

/** A calendar to save, or to open in whatever reads calendars; 404 where there is none for whoever asks. */
export function calendarDownload(text: string | null): Response {
  if (text === null) return missingCalendar();
  return new Response(text, {
    headers: { ...calendarHeaders, "Content-Disposition": 'attachment; filename="appointment.ics"' },
  });
}

export function missingCalendar(): Response {
  return new Response("Not found.\n", {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}

/** Kept by the reader alone, and asked for again each time: a revoked feed must not be read from a cache. */
export const calendarHeaders = {
  "Content-Type": "text/calendar; charset=utf-8",
  "Cache-Control": "private, no-cache",
  "X-Robots-Tag": "noindex",
};

/** Whether a reader has this state already (RFC 9110, If-None-Match). */
export function hasState(ifNoneMatch: string | null, etag: string): boolean {
  const known = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return known.includes(etag) || known.includes("*");
}
