import { appointmentFile } from "#lib/calendar/server/appointment-file.ts";
import { calendarDownload } from "../../../../../_calendar/calendar-answer.ts";
import { linkedPlan } from "../../../linked-plan.ts";

/** A visit of the care plan that the mailed link opened, for a calendar. */
export async function GET(_request: Request, { params }: { params: Promise<{ sequence: string }> }): Promise<Response> {
  const [{ sequence }, linked] = await Promise.all([params, linkedPlan()]);
  const visit = linked?.plan.visits.find((one) => String(one.sequence) === sequence);
  const id = visit?.appointment?.id;
  return calendarDownload(linked && id ? await appointmentFile(linked.guest, id) : null);
}
