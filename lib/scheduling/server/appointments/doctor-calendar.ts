import "server-only";
import { type Actor, clinicsWithRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { datesFrom, dayBounds, type EpochMs, type LocalDate, localDateOf, minutes } from "#lib/time.ts";
import type { CalendarDay, CalendarEntry, DoctorCalendar } from "../../calendar-view.ts";
import { closureReason } from "../../hours.ts";
import { intersect, overlaps } from "../../interval.ts";
import { findClinicById } from "../clinic/clinics.ts";
import { databaseNow } from "../database-now.ts";
import { workingHours } from "../doctors/working-hours.ts";
import { type AppointmentRow, appointmentColumns, fromLocalDate, toAppointment, toSlot } from "../records.ts";

const columns = { ...appointmentColumns, bufferBeforeMinutes: true, bufferAfterMinutes: true } as const;
type Row = AppointmentRow & { bufferBeforeMinutes: number; bufferAfterMinutes: number };

/**
 * A doctor's own days as a calendar draws them, in the zone of the clinic they work for: hours, time off, the house's
 * slots, and the appointments. The same few queries however many days. @returns null for who is no doctor
 */
export async function doctorCalendar(
  actor: Actor,
  { from, to }: { from: LocalDate; to: LocalDate },
  clock: Clock = databaseClock,
): Promise<DoctorCalendar | null> {
  const { doctorId } = actor;
  const clinicIds = clinicsWithRole(actor, "doctor");
  const [clinicId] = clinicIds;
  const clinic = clinicId ? await findClinicById(clinicId) : null;
  if (!doctorId || !clinic) return null;

  const { timeZone } = clinic;
  const now = await databaseNow(clock);
  const dates = { gte: fromLocalDate(from), lte: fromLocalDate(to) };
  const start = new Date(dayBounds(from, timeZone).start);
  const end = new Date(dayBounds(to, timeZone).end);
  const [{ working, timeOff }, rows, slotRows, closureRows] = await Promise.all([
    workingHours({ doctorId, clinicId: clinic.id, timeZone }, from, to),
    db.appointment.findMany({
      where: {
        doctorId,
        clinicId: { in: clinicIds },
        OR: [
          { status: { notIn: ["held", "expired", "cancelled", "rejected"] } },
          { status: "held", holdExpiresAt: { gt: new Date(now) } },
        ],
        startsAt: { gte: start, lt: end },
      },
      select: columns,
      orderBy: [{ startsAt: "asc" }, { createdAt: "asc" }],
    }),
    db.timeSlot.findMany({ where: { clinicId: clinic.id, localDate: dates }, orderBy: { startsAt: "asc" } }),
    db.closure.findMany({
      where: { clinicId: clinic.id, fromDate: { lte: fromLocalDate(to) }, toDate: { gte: fromLocalDate(from) } },
    }),
  ]);
  const entries = rows.map((row) => toEntry(row, now));
  const slots = slotRows.map(toSlot);
  const closures = closureRows.map(({ fromDate, toDate, reason, openTime, closeTime }) => ({
    from: dateOf(fromDate),
    to: dateOf(toDate),
    reason,
    openTime: wallTimeIn(openTime),
    closeTime: wallTimeIn(closeTime),
  }));
  const days = datesFrom(from, to).map((localDate): CalendarDay => {
    const bounds = dayBounds(localDate, timeZone);
    return {
      localDate,
      working: intersect(working, [bounds]),
      off: timeOff
        .map(({ startsAt, endsAt, reason }) => ({ start: startsAt, end: endsAt, reason }))
        .filter((stretch) => overlaps(stretch, bounds)),
      closed: closureReason(localDate, closures),
      slots: slots
        .filter((slot) => slot.localDate === localDate)
        .map(({ startsAt, endsAt, isOpen, capacity, booked }) => {
          return { startsAt, endsAt, isOpen, left: capacity - booked, share: Math.min(1, booked / capacity) };
        }),
      entries: entries.filter(({ startsAt }) => localDateOf(startsAt, timeZone) === localDate),
    };
  });
  return { timeZone, now, today: localDateOf(now, timeZone), days };
}

function toEntry(row: Row, now: EpochMs): CalendarEntry {
  const { patient, service, ...view } = toAppointment(row, "doctor", now);
  const { id, version, status, startsAt, endsAt, urgent, isLate, canBeMoved, session } = view;
  return {
    ...{ id, version, status, startsAt, endsAt, urgent, isLate, session },
    // One person of a session cannot take the others along.
    canBeMoved: canBeMoved && session === null,
    patientName: patient.name,
    serviceName: service.name,
    mode: service.mode,
    occupied: {
      start: startsAt - minutes(row.bufferBeforeMinutes),
      end: endsAt + minutes(row.bufferAfterMinutes),
    },
  };
}

function dateOf(column: Date): LocalDate {
  return column.toISOString().slice(0, 10);
}

function wallTimeIn(column: Date | null): string | null {
  return column?.toISOString().slice(11, 16) ?? null;
}
