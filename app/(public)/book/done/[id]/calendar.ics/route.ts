import { currentActor } from "#lib/auth/session.ts";
import { appointmentFile, bookedFile } from "#lib/calendar/server/appointment-file.ts";
import { calendarDownload } from "../../../../../_calendar/calendar-answer.ts";
import { holdSecret } from "../../../hold-cookie.ts";

/** What was just booked, for a calendar: with an account, or without one by this browser. */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [{ id }, actor] = await Promise.all([params, currentActor()]);
  return calendarDownload(actor ? await appointmentFile(actor, id) : await bookedFile(await holdSecret(), id));
}
