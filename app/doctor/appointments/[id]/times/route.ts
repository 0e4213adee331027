import { askedDate } from "#app/_desk/asked-date.ts";
import { clinicsWithRole, hasRole } from "#lib/auth/actor.ts";
import { currentActor } from "#lib/auth/session.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { findMoveTimes } from "#lib/scheduling/server/appointments/find-move-times.ts";
import { listDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import type { MoveChoices } from "../../../_calendar/move-choices.ts";

const headers = { "cache-control": "no-store" };

/** A week of times to which an appointment can move, for the calendar's dialog. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const [{ id }, actor] = await Promise.all([params, currentActor()]);
  if (!actor) return Response.json({ code: "UNAUTHENTICATED" }, { status: 401, headers });
  if (clinicsWithRole(actor, "doctor").length === 0)
    return Response.json({ code: "FORBIDDEN" }, { status: 403, headers });
  const appointment = await findAppointment(actor, id);
  if (!appointment || appointment.doctor.id !== actor.doctorId) {
    return Response.json({ code: "NOT_FOUND" }, { status: 404, headers });
  }
  const query = new URL(request.url).searchParams;
  const doctorId = query.get("doctor") || undefined;
  const found = await findMoveTimes(actor, { id, doctorId, from: askedDate(query.get("from")) });
  if (!found.ok) return Response.json({ code: found.refusal.code }, { status: 404, headers });
  const { from, to, today, last, days } = found.value;
  // Doctors move within their own calendar; whoever is of the front desk too may give it to a colleague.
  const mayChoose = hasRole(actor, appointment.clinicId, "staff");
  const doctors = mayChoose ? await listDoctors(appointment.clinicId, { serviceId: appointment.service.id }) : [];
  const choices: MoveChoices = {
    from,
    to,
    today,
    last,
    doctors: doctors.map(({ id: one, name }) => ({ id: one, name })),
    days: days.map(({ localDate, offers }) => ({
      localDate,
      starts: [...new Set(offers.map(({ startsAt }) => startsAt))].sort((a, b) => a - b),
    })),
  };
  return Response.json(choices, { headers });
}
