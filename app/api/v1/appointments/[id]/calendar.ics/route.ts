import { requestActor } from "#lib/auth/request-actor.ts";
import { appointmentFile } from "#lib/calendar/server/appointment-file.ts";
import { calendarDownload } from "../../../../../_calendar/calendar-answer.ts";

/** An appointment for its own patient's calendar. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [{ id }, identity] = await Promise.all([params, requestActor(request)]);
  if ("actor" in identity) return calendarDownload(await appointmentFile(identity.actor, id));
  const problem = { type: "about:blank", title: "Unauthorized", status: 401, code: "UNAUTHENTICATED" };
  const headers = {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    "WWW-Authenticate": identity.by === "refused" ? 'Bearer error="invalid_token"' : "Bearer",
  };
  return Response.json(problem, { status: 401, headers });
}
