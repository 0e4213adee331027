import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { isLocalDate, type LocalDate, localDateOf } from "#lib/time.ts";
import { overview } from "../capacity.ts";
import { occupies, transitionsFrom } from "../lifecycle.ts";
import { refusal } from "../refusal.ts";
import type { BoardAppointment, DayBoard } from "../view.ts";
import { findClinicById } from "./clinics.ts";
import { databaseNow } from "./database-now.ts";
import { loadDays } from "./load-days.ts";
import { fromLocalDate, toPolicy } from "./records.ts";

interface BoardRequest {
  clinicId: string;
  /** Today where left out. */
  localDate?: LocalDate;
}

/** Who sits in every slot of a day, for the front desk: what takes a place, and what was done or missed there. */
export async function dayBoard(
  actor: Actor,
  { clinicId, localDate }: BoardRequest,
  clock: Clock = databaseClock,
): Promise<Result<DayBoard>> {
  if (!hasRole(actor, clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  if (localDate !== undefined && !isLocalDate(localDate)) return refuse(refusal("VALIDATION"));
  const clinic = await findClinicById(clinicId);
  if (!clinic) return refuse(refusal("NOT_FOUND"));

  const now = await databaseNow(clock);
  const today = localDateOf(now, clinic.timeZone);
  const date = localDate ?? today;
  // The version first: a change that falls in between shows up as a newer version, never as a missed one.
  const version = await versionOf(clinicId, date);
  const [house, appointments] = await Promise.all([loadDays(db, clinicId, date, date), appointmentsOn(clinicId, date)]);
  const policy = toPolicy(clinic, clinic.cancelNoticeHours);
  const [day] = overview({ from: date, to: date, ...house, policy, now });
  return ok({
    localDate: date,
    timeZone: clinic.timeZone,
    now,
    today,
    version,
    state: day?.state ?? "closed",
    reason: day?.reason ?? null,
    dayCapacity: house.days[0]?.capacity ?? null,
    capacity: day?.capacity ?? null,
    booked: day?.booked ?? 0,
    appointmentCount: appointments.filter(({ status }) => occupies(status)).length,
    slots: house.slots.map((slot) => ({
      ...slot,
      appointments: appointments.filter(({ startsAt, endsAt }) => startsAt < slot.endsAt && endsAt > slot.startsAt),
    })),
  });
}

/** Differs whenever the board of that day would; cheap enough to ask every few seconds. */
export async function dayBoardVersion(
  actor: Actor,
  { clinicId, localDate }: { clinicId: string; localDate: LocalDate },
): Promise<Result<string>> {
  if (!hasRole(actor, clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  if (!isLocalDate(localDate)) return refuse(refusal("VALIDATION"));
  return ok(await versionOf(clinicId, localDate));
}

async function versionOf(clinicId: string, localDate: LocalDate): Promise<string> {
  const [row] = await db.$queryRaw<{ version: string }[]>`
    SELECT count(*) || '-' || coalesce(max(id), 0) AS version FROM change
    WHERE clinic_id = ${clinicId}::uuid AND local_date = ${localDate}::date`;
  return row?.version ?? "0-0";
}

async function appointmentsOn(clinicId: string, localDate: LocalDate): Promise<BoardAppointment[]> {
  const rows = await db.appointment.findMany({
    where: {
      clinicId,
      localDate: fromLocalDate(localDate),
      status: { notIn: ["cancelled", "rejected", "expired"] },
    },
    select: {
      id: true,
      status: true,
      version: true,
      startsAt: true,
      endsAt: true,
      urgent: true,
      contactName: true,
      service: { select: { name: true } },
      doctorService: { select: { doctor: { select: { id: true, name: true } } } },
      patient: { select: { name: true } },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ doctorService, patient, contactName, startsAt, endsAt, ...row }) => ({
    ...row,
    startsAt: startsAt.getTime(),
    endsAt: endsAt.getTime(),
    doctor: doctorService.doctor,
    patient: { name: patient?.name ?? contactName ?? "" },
    actions: transitionsFrom(row.status, "staff"),
  }));
}
