import { randomUUID } from "node:crypto";
import type { Result } from "#lib/result.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { addDays, type EpochMs } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, earlyMonday, makeHouse, makePatients, makeSlots, monday, type Person } from "../factories.ts";

export interface Pair {
  here: { id: string; startsAt: EpochMs; person: Person };
  there: { id: string; startsAt: EpochMs; person: Person };
}

/**
 * Pairs of appointments on two days, each with a doctor of its own: each can take the other's time, and doing so at
 * once crosses every day and every slot in both directions.
 */
export async function makePairs(count: number): Promise<{ clinicId: string; pairs: Pair[] }> {
  const settings = { slots: { capacity: 500 }, clinic: { cancelNoticeHours: 0 }, doctors: 2 * count };
  const { clinic, service, doctors } = await makeHouse(settings);
  const tuesday = addDays(monday, 1);
  await makeSlots(clinic, { date: tuesday, capacity: 500 });
  const patients = await makePatients(2 * count);
  const book = async (n: number, date: string) => {
    const startsAt = at(n % 2 ? "09:30" : "14:00", date);
    const [person, doctor] = [patients[n], doctors[n]];
    if (!person || !doctor) throw new Error(`No patient ${n}`);
    const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId, startsAt };
    const booked = await bookAppointment(person.actor, request, earlyMonday);
    if (!booked.ok) throw new Error(booked.refusal.code);
    return { id: booked.value.id, startsAt, person };
  };
  const pairs: Pair[] = [];
  for (let n = 0; n < count; n++) {
    pairs.push({ here: await book(2 * n, monday), there: await book(2 * n + 1, tuesday) });
  }
  return { clinicId: clinic.id, pairs };
}

/** How often PostgreSQL has ended a transaction to break a circle of waiting, so far. */
export async function deadlocks(): Promise<number> {
  // Every backend reports its own count when it has nothing to do for a moment.
  await ownerSql(`SELECT pg_sleep(1.2), '${randomUUID()}'`);
  await ownerSql("SELECT pg_stat_clear_snapshot()");
  const [row] = await ownerSql<{ count: number }>(
    "SELECT deadlocks::int AS count FROM pg_stat_database WHERE datname = current_database()",
  );
  return row?.count ?? 0;
}

export function tally(results: Result<unknown>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const result of results) {
    const word = result.ok ? "ok" : result.refusal.code;
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}
