import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import type { AppointmentView } from "../../view.ts";
import { databaseNow } from "../database-now.ts";
import { appointmentColumns, toAppointment } from "../records.ts";

/** A care plan alone may ask for fifty visits. */
const longestList = 500;

/** The requests that wait for this doctor's answer: urgent ones first, then the oldest. Empty for who is no doctor. */
export async function doctorInbox(actor: Actor, clock: Clock = databaseClock): Promise<AppointmentView[]> {
  if (!actor.doctorId) return [];
  const rows = await db.appointment.findMany({
    where: { doctorId: actor.doctorId, status: "pending", clinicId: { in: doctorClinics(actor) } },
    select: appointmentColumns,
    orderBy: [{ urgent: "desc" }, { createdAt: "asc" }],
    take: longestList,
  });
  const now = await databaseNow(clock);
  return rows.map((row) => toAppointment(row, "doctor", now));
}

function doctorClinics(actor: Actor): string[] {
  return actor.memberships.filter((held) => held.role === "doctor").map((held) => held.clinicId);
}
