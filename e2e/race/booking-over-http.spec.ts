import type pg from "pg";
import { type Answer, bookingForm, sendBooking } from "../booking.ts";
import { withClinic } from "../clinic.ts";
import { expect, test } from "../fixtures.ts";
import { newPatients } from "../people.ts";
import { openRaceHouse } from "../race-house.ts";

/** A form is a whole page, there and back; past it, tests/scheduling/slot-race.test.ts has more rounds. */
const rounds = Number(process.env.RACE_ROUNDS || 3);
const racers = 200;
const capacity = 5;

async function emptySlots(database: pg.Pool): Promise<{ id: string; startsAt: string }[]> {
  const { rows } = await database.query<{ id: string; startsAt: string }>(
    `SELECT id, (extract(epoch FROM starts_at) * 1000)::bigint::text AS "startsAt" FROM time_slot
     WHERE booked = 0 AND is_open AND starts_at BETWEEN now() + interval '1 day' AND now() + interval '25 days'
     ORDER BY starts_at DESC LIMIT $1`,
    [rounds],
  );
  expect(rows).toHaveLength(rounds);
  return rows;
}

function tally(answers: Answer[]): Record<string, number> {
  const kinds = answers.map((answer) => {
    if (answer.kind === "accepted") return "accepted";
    if (answer.kind === "failed") return `failed with ${answer.status}`;
    return answer.says.includes("That time is full now") ? "told that it is full" : answer.says;
  });
  return Object.fromEntries([...Map.groupBy(kinds, (kind) => kind)].map(([kind, all]) => [kind, all.length]));
}

test(`${racers} patients post the booking form for one slot of ${capacity} at once, ${rounds} times`, async () => {
  test.setTimeout(10 * 60_000);
  await withClinic(async ({ url, database }) => {
    const service = await openRaceHouse(database, capacity + 3);
    const patients = await newPatients(database, racers, "Racer");
    const [reader] = patients;
    if (!reader) throw new Error("Nobody races.");
    for (const { id, startsAt } of await emptySlots(database)) {
      const wish = { service, startsAt };
      const fields = await bookingForm(url, reader, wish);
      const answers = await Promise.all(patients.map((patient) => sendBooking(url, patient, wish, fields)));
      expect(tally(answers)).toEqual({ accepted: capacity, "told that it is full": racers - capacity });

      const ids = answers.flatMap((answer) => (answer.kind === "accepted" ? [answer.id] : []));
      const { rows } = await database.query(
        `SELECT s.booked, (SELECT array_agg(a.id::text ORDER BY a.id) FROM appointment a
           WHERE a.starts_at = s.starts_at AND a.status = 'pending') AS ids FROM time_slot s WHERE s.id = $1`,
        [id],
      );
      expect(rows).toEqual([{ booked: capacity, ids: ids.sort() }]);
    }
  });
});
