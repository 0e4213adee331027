import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type EpochMs, isLocalDate, type LocalDate, type TimeZone } from "#lib/time.ts";
import type { AppointmentStatus } from "../../lifecycle.ts";
import { refusal } from "../../refusal.ts";
import { findClinicById } from "../clinic/clinics.ts";
import { databaseNow } from "../database-now.ts";
import { fromLocalDate } from "../records.ts";

export interface SheetLine {
  id: string;
  status: AppointmentStatus;
  startsAt: EpochMs;
  endsAt: EpochMs;
  urgent: boolean;
  patient: { name: string; phone: string | null };
  service: string;
  doctor: { id: string; name: string };
  room: string | null;
  /** What the team noted. */
  internalNotes: string | null;
}

export interface DaySheet {
  localDate: LocalDate;
  timeZone: TimeZone;
  now: EpochMs;
  lines: SheetLine[];
}

/** Everybody who is expected on a day or was there, in time, as it goes on paper. For staff. */
export async function daySheet(
  actor: Actor,
  { clinicId, localDate }: { clinicId: string; localDate: LocalDate },
  clock: Clock = databaseClock,
): Promise<Result<DaySheet>> {
  if (!hasRole(actor, clinicId, "staff")) return refuse(refusal("NOT_FOUND"));
  if (!isLocalDate(localDate)) return refuse(refusal("VALIDATION"));
  const [clinic, now, rows] = await Promise.all([
    findClinicById(clinicId),
    databaseNow(clock),
    db.appointment.findMany({
      where: {
        clinicId,
        localDate: fromLocalDate(localDate),
        status: { notIn: ["held", "cancelled", "rejected", "expired"] },
      },
      select: {
        id: true,
        status: true,
        startsAt: true,
        endsAt: true,
        urgent: true,
        internalNotes: true,
        contactName: true,
        contactPhone: true,
        resource: { select: { name: true } },
        service: { select: { name: true } },
        doctorService: { select: { doctor: { select: { id: true, name: true } } } },
        patient: { select: { name: true, phone: true } },
      },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    }),
  ]);
  if (!clinic) return refuse(refusal("NOT_FOUND"));
  const lines = rows.map(
    ({ contactName, contactPhone, patient, resource, service, doctorService, startsAt, endsAt, ...row }) => ({
      ...row,
      startsAt: startsAt.getTime(),
      endsAt: endsAt.getTime(),
      patient: patient ?? { name: contactName ?? "", phone: contactPhone },
      service: service.name,
      doctor: doctorService.doctor,
      room: resource?.name ?? null,
    }),
  );
  return ok({ localDate, timeZone: clinic.timeZone, now, lines });
}
