import { expect, test, vi } from "vitest";
import type { Transaction } from "#lib/db/transaction.ts";
import { rescheduleAppointment } from "#lib/scheduling/server/appointments/reschedule-appointment.ts";
import type { EpochMs } from "#lib/time.ts";
import { earlyMonday } from "../factories.ts";
import { deadlocks, makePairs } from "./crossing-moves.ts";

// The same race as in move-races.test.ts, with days locked as one comes to them: first where the appointment is, then
// where it goes. That test must notice.

vi.mock("#lib/scheduling/server/lock-days.ts", () => ({
  async lockDaysOf(tx: Transaction, id: string, movesTo: EpochMs | null = null): Promise<void> {
    await tx.$executeRaw`
      SELECT 1 FROM appointment a JOIN clinic_day d ON d.clinic_id = a.clinic_id AND d.local_date = a.local_date
      WHERE a.id = ${id}::uuid FOR NO KEY UPDATE OF d`;
    await tx.$executeRaw`
      SELECT 1 FROM appointment a JOIN clinic c ON c.id = a.clinic_id JOIN clinic_day d ON d.clinic_id = c.id
        AND d.local_date = (to_timestamp(${movesTo}::float8 / 1000) AT TIME ZONE c.time_zone)::date
      WHERE a.id = ${id}::uuid FOR NO KEY UPDATE OF d`;
  },
}));

test("without the order of locks, crossing moves wait in a circle until PostgreSQL ends one of them", async () => {
  const { pairs } = await makePairs(4);
  const before = await deadlocks();
  await Promise.all(
    pairs.flatMap(({ here, there }) => [
      rescheduleAppointment(here.person.actor, { id: here.id, startsAt: there.startsAt }, earlyMonday),
      rescheduleAppointment(there.person.actor, { id: there.id, startsAt: here.startsAt }, earlyMonday),
    ]),
  );
  expect(await deadlocks()).toBeGreaterThan(before);
});
