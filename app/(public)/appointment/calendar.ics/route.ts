import { appointmentFile } from "#lib/calendar/server/appointment-file.ts";
import { calendarDownload } from "../../../_calendar/calendar-answer.ts";
import { linkedAppointment } from "../linked-appointment.ts";

/** The appointment that the mailed link opened, for a calendar. */
export async function GET(): Promise<Response> {
  const linked = await linkedAppointment();
  return calendarDownload(linked && (await appointmentFile(linked.guest, linked.appointment.id)));
}
