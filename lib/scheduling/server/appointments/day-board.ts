import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type EpochMs, isLocalDate, type LocalDate, localDateOf, type TimeZone } from "#lib/time.ts";
import { overview } from "../../capacity.ts";
import { occupies, stepsNow } from "../../lifecycle.ts";
import { refusal } from "../../refusal.ts";
import type { BoardAppointment, DayBoard } from "../../view.ts";
import { loadDays } from "../availability/load-days.ts";
import { findClinicById } from "../clinic/clinics.ts";
import { databaseNow } from "../database-now.ts";
import { appointmentColumns, fromLocalDate, planOf, seatOf, toPolicy } from "../records.ts";

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
  const [house, appointments] = await Promise.all([
    loadDays(db, clinicId, date, date),
    appointmentsOn(clinic, date, now),
  ]);
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

async function versionOf(clinicId: string, localDate: LocalDate): Promise<string> {
  const [row] = await db.$queryRaw<{ version: string }[]>`
    SELECT count(*) || '-' || coalesce(max(id), 0) AS version FROM change
    WHERE clinic_id = ${clinicId}::uuid AND local_date = ${localDate}::date`;
  return row?.version ?? "0-0";
}

async function appointmentsOn(
  { id: clinicId, timeZone }: { id: string; timeZone: TimeZone },
  localDate: LocalDate,
  now: EpochMs,
): Promise<BoardAppointment[]> {
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
      decidedAt: true,
      contactName: true,
      groupSize: true,
      sessionKey: true,
      resource: { select: { id: true, name: true } },
      service: { select: { slug: true, name: true } },
      doctorService: { select: { doctor: { select: { id: true, name: true } } } },
      patient: { select: { name: true } },
      visit: appointmentColumns.visit,
      // A place that is held so that an appointment may move there is its patient's.
      replaces: { select: { contactName: true, patient: { select: { name: true } } } },
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return rows.map(
    ({
      doctorService,
      patient,
      contactName,
      replaces,
      startsAt,
      endsAt,
      groupSize,
      sessionKey,
      decidedAt,
      visit: ofPlan,
      ...row
    }) => {
      const visit = { startsAt: startsAt.getTime(), endsAt: endsAt.getTime() };
      return {
        ...row,
        ...visit,
        since: decidedAt?.getTime() ?? null,
        session: seatOf({ groupSize, sessionKey }),
        doctor: doctorService.doctor,
        plan: planOf({ visit: ofPlan }),
        patient: { name: patient?.name ?? contactName ?? replaces?.patient?.name ?? replaces?.contactName ?? "" },
        actions: stepsNow(row.status, "staff", { ...visit, timeZone }, now),
      };
    },
  );
}
