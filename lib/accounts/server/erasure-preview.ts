import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { databaseNow } from "#lib/scheduling/server/database-now.ts";
import { appointmentColumns, toAppointment } from "#lib/scheduling/server/records.ts";
import type { EpochMs, TimeZone } from "#lib/time.ts";
import { aheadOf } from "./erasing/ahead.ts";
import { type ErasureHurdle, erasureHurdle } from "./erasing/hurdle.ts";

export interface ErasurePreview {
  /** Why the account cannot be deleted now. */
  hurdle: ErasureHurdle | null;
  hasPassword: boolean;
  appointments: {
    id: string;
    startsAt: EpochMs;
    timeZone: TimeZone;
    serviceName: string;
    doctorName: string;
    /** Its deadline has passed: it is called off all the same. */
    isLate: boolean;
  }[];
  plans: { id: string; number: string; serviceName: string }[];
  /** How many times they wait for a place. */
  wishes: number;
}

/** What would end with a person's account. */
export async function erasurePreview(actor: Actor, clock: Clock = databaseClock): Promise<ErasurePreview> {
  const now = await databaseNow(clock);
  const [ahead, hurdle, user] = await Promise.all([
    aheadOf(db, actor.userId, now),
    erasureHurdle(db, actor, now),
    db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { passwordHash: true } }),
  ]);
  const [rows, plans] = await Promise.all([
    db.appointment.findMany({
      where: { id: { in: Object.values(ahead.places).flat() }, status: { in: ["pending", "confirmed"] }, visit: null },
      select: appointmentColumns,
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    }),
    db.subscription.findMany({
      where: { id: { in: ahead.plans } },
      select: { id: true, number: true, service: { select: { name: true } } },
      orderBy: { id: "asc" },
    }),
  ]);
  return {
    hurdle,
    hasPassword: user.passwordHash !== null,
    appointments: rows.map((row) => {
      const { id, startsAt, timeZone, service, doctor, isLate } = toAppointment(row, "patient", now);
      return { id, startsAt, timeZone, serviceName: service.name, doctorName: doctor.name, isLate };
    }),
    plans: plans.map(({ id, number, service }) => ({ id, number, serviceName: service.name })),
    wishes: ahead.wishes.length,
  };
}
