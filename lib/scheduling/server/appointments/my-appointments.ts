import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { AppointmentView } from "../../view.ts";
import { databaseNow } from "../database-now.ts";
import { appointmentColumns, toAppointment } from "../records.ts";

const longestList = 200;

/** A patient's own appointments: those still to come by time, those past or called off latest first. */
export async function myAppointments(
  actor: Actor,
  { view }: { view: "upcoming" | "past" },
  clock: Clock = databaseClock,
): Promise<AppointmentView[]> {
  const now = await databaseNow(clock);
  const stillToCome: Prisma.AppointmentWhereInput = {
    endsAt: { gt: new Date(now) },
    status: { in: ["pending", "confirmed", "checked_in", "in_progress", "on_hold"] },
  };
  const rows = await db.appointment.findMany({
    where:
      view === "upcoming"
        ? { patientId: actor.userId, ...stillToCome }
        : { patientId: actor.userId, status: { notIn: ["held", "expired"] }, NOT: stillToCome },
    select: appointmentColumns,
    orderBy: { startsAt: view === "upcoming" ? "asc" : "desc" },
    take: longestList,
  });
  return rows.map((row) => toAppointment(row, "patient", now));
}
