import { feedToken } from "#lib/calendar/feed.ts";
import { readFeed } from "#lib/calendar/server/read-feed.ts";
import { calendarHeaders, hasState, missingCalendar } from "../../_calendar/calendar-answer.ts";

/** Somebody's appointments, for a calendar that follows them: who knows the address may read. */
export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const token = feedToken((await params).file);
  const feed = token && (await readFeed(token));
  if (!feed) return missingCalendar();
  const headers = { ...calendarHeaders, ETag: feed.etag };
  if (hasState(request.headers.get("if-none-match"), feed.etag)) return new Response(null, { status: 304, headers });
  return new Response(feed.text, { headers });
}
