import "server-only";
import { type Actor, clinicsWithRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { EpochMs, LocalDate } from "#lib/time.ts";
import type { AppointmentStatus } from "../../lifecycle.ts";
import type { AppointmentView } from "../../view.ts";
import { databaseNow } from "../database-now.ts";
import { partyOf } from "../party.ts";
import { type AppointmentRow, appointmentColumns, toAppointment } from "../records.ts";

export interface AppointmentFilter {
  /** `upcoming`: not over and still to come about; by time. The others: the latest first. */
  view: "upcoming" | "history" | "all";
  clinicId?: string | undefined;
  status?: AppointmentStatus | undefined;
  /** Local dates of the clinic, both included. */
  from?: LocalDate | undefined;
  to?: LocalDate | undefined;
  doctorId?: string | undefined;
  serviceId?: string | undefined;
  patientId?: string | undefined;
}

export interface Page {
  limit: number;
  /** The last entry of the page before. */
  after?: { at: EpochMs; id: string } | undefined;
}

/**
 * Appointments that concern the actor: as patient their own, as doctor those with them, as staff the clinic's. Held
 * places are none yet.
 */
export async function listAppointments(
  actor: Actor,
  filter: AppointmentFilter,
  { limit, after }: Page,
  clock: Clock = databaseClock,
): Promise<{ appointments: AppointmentView[]; hasMore: boolean }> {
  const now = await databaseNow(clock);
  const direction = filter.view === "upcoming" ? "asc" : "desc";
  const rows = await db.appointment.findMany({
    where: { AND: [concerning(actor), matching(filter, now), after ? beyond(after, direction) : {}] },
    select: appointmentColumns,
    orderBy: [{ startsAt: direction }, { id: direction }],
    take: limit + 1,
  });
  const seen = (row: AppointmentRow) => toAppointment(row, partyOf(actor, row) ?? "patient", now);
  return { appointments: rows.slice(0, limit).map(seen), hasMore: rows.length > limit };
}

function concerning(actor: Actor): Prisma.AppointmentWhereInput {
  const asDoctor = actor.memberships.filter(({ role }) => role === "doctor").map(({ clinicId }) => clinicId);
  return {
    OR: [
      { patientId: actor.userId },
      { clinicId: { in: clinicsWithRole(actor, "staff") } },
      ...(actor.doctorId ? [{ doctorId: actor.doctorId, clinicId: { in: asDoctor } }] : []),
    ],
  };
}

const stillToCome: AppointmentStatus[] = ["pending", "confirmed", "checked_in", "in_progress", "on_hold"];

function matching(filter: AppointmentFilter, now: EpochMs): Prisma.AppointmentWhereInput {
  const { view, clinicId, status, from, to, doctorId, serviceId, patientId } = filter;
  const isUpcoming: Prisma.AppointmentWhereInput = { endsAt: { gt: new Date(now) }, status: { in: stillToCome } };
  return {
    AND: [
      { status: { notIn: ["held", "expired"] } },
      status ? { status } : {},
      view === "upcoming" ? isUpcoming : view === "history" ? { NOT: isUpcoming } : {},
      from || to ? { localDate: { ...(from && { gte: new Date(from) }), ...(to && { lte: new Date(to) }) } } : {},
    ],
    ...(clinicId && { clinicId }),
    ...(doctorId && { doctorId }),
    ...(serviceId && { serviceId }),
    ...(patientId && { patientId }),
  };
}

function beyond({ at, id }: { at: EpochMs; id: string }, direction: "asc" | "desc"): Prisma.AppointmentWhereInput {
  const further = direction === "asc" ? "gt" : "lt";
  const startsAt = new Date(at);
  return { OR: [{ startsAt: { [further]: startsAt } }, { startsAt, id: { [further]: id } }] };
}
