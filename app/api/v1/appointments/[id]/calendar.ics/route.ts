import { currentActor } from "#lib/auth/session.ts";
import { appointmentFile } from "#lib/calendar/server/appointment-file.ts";
import { calendarDownload } from "../../../../../_calendar/calendar-answer.ts";

/** An appointment for its own patient's calendar. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [{ id }, actor] = await Promise.all([params, currentActor()]);
  if (!actor) {
    const problem = { type: "about:blank", title: "Unauthorized", status: 401, code: "UNAUTHENTICATED" };
    const headers = { "Content-Type": "application/problem+json", "Cache-Control": "no-store" };
    return Response.json(problem, { status: 401, headers });
  }
  return calendarDownload(await appointmentFile(actor, id));
}
