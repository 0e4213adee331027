import "server-only";
import { type Actor, clinicsWithRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { datesFrom, dayBounds, type EpochMs, type LocalDate, localDateOf, type TimeZone } from "#lib/time.ts";
import { type Interval, intersect } from "../../interval.ts";
import type { AppointmentView } from "../../view.ts";
import { findClinicById } from "../clinic/clinics.ts";
import { databaseNow } from "../database-now.ts";
import { workingHours } from "../doctors/working-hours.ts";
import { appointmentColumns, toAppointment } from "../records.ts";

export interface DoctorSchedule {
  timeZone: TimeZone;
  now: EpochMs;
  today: LocalDate;
  days: { localDate: LocalDate; working: Interval[]; appointments: AppointmentView[] }[];
}

/**
 * A doctor's own days, in the zone of the clinic they work for: working hours and the appointments that take place.
 * @returns null for who is no doctor.
 */
export async function doctorSchedule(
  actor: Actor,
  { from, to }: { from?: LocalDate; to?: LocalDate } = {},
  clock: Clock = databaseClock,
): Promise<DoctorSchedule | null> {
  const { doctorId } = actor;
  const [clinicId] = clinicsWithRole(actor, "doctor");
  const clinic = clinicId ? await findClinicById(clinicId) : null;
  if (!doctorId || !clinic) return null;

  const { timeZone } = clinic;
  const now = await databaseNow(clock);
  const today = localDateOf(now, timeZone);
  const first = from ?? today;
  const last = to ?? first;
  const span = { start: dayBounds(first, timeZone).start, end: dayBounds(last, timeZone).end };
  const [{ working }, rows] = await Promise.all([
    workingHours({ doctorId, clinicId: clinic.id, timeZone }, first, last),
    db.appointment.findMany({
      where: {
        doctorId,
        clinicId: { in: clinicsWithRole(actor, "doctor") },
        status: { notIn: ["held", "expired", "cancelled", "rejected"] },
        startsAt: { gte: new Date(span.start), lt: new Date(span.end) },
      },
      select: appointmentColumns,
      orderBy: { startsAt: "asc" },
    }),
  ]);
  const appointments = rows.map((row) => toAppointment(row, "doctor", now));
  return {
    timeZone,
    now,
    today,
    days: datesFrom(first, last).map((localDate) => ({
      localDate,
      working: intersect(working, [dayBounds(localDate, timeZone)]),
      appointments: appointments.filter((appointment) => localDateOf(appointment.startsAt, timeZone) === localDate),
    })),
  };
}
