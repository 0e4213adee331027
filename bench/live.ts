import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { pool } from "#lib/db/client.ts";
import { insertSql, insertValues, makePerson } from "#tests/factories.ts";
import { EventReader } from "#tests/live/event-reader.ts";
import { type House, makeBenchHouse } from "./house.ts";
import type { Row } from "./row.ts";
import { cookieOf, startBenchSite } from "./site.ts";
import { percentile } from "./timing.ts";

const viewers = 200;
const bookings = 40;
const everyMs = 250;

/**
 * Two hundred front desks watch one day of a production site over HTTP while bookings for it are committed: how long
 * until each has received the event. All of them read in this process, which the figure includes.
 */
export async function benchLive(appUrl: string): Promise<Row[]> {
  const site = await startBenchSite(appUrl);
  const { url } = site;
  const booking = new pg.Pool({ connectionString: appUrl, max: 1, application_name: "bench" });
  try {
    const house = await makeBenchHouse({ doctors: 12, days: 1 });
    const wishes = house.wishes(bookings);
    const [date = ""] = house.days;
    const address = `${url}/api/v1/capacity/stream?${new URLSearchParams({ clinic: house.clinic.id, date })}`;
    const readers = await Promise.all(Array.from({ length: viewers }, () => watch(house, address)));
    const first = await Promise.all(readers.map((reader) => reader.nextCapacity()));
    const bookedBefore = first[0]?.booked ?? 0;

    const sentAt: number[] = [];
    const delays: number[] = [];
    const last = bookedBefore + wishes.length;
    const watching = readers.map(async (reader) => {
      for (let seen = bookedBefore; seen < last; ) {
        const { booked } = await reader.nextCapacity();
        const receivedAt = performance.now();
        // A state may stand for several bookings; each of them was received with it.
        for (; seen < booked; seen++) delays.push(receivedAt - (sentAt[seen - bookedBefore] as number));
      }
    });
    for (const { patient, request } of wishes) {
      // Before, as the event may come sooner than the answer: what the commit takes is in the figure too.
      sentAt.push(performance.now());
      await booking.query(insertSql, insertValues({ ...request, patientId: patient.id }));
      await sleep(everyMs);
    }
    const held = await connectionsOfSite(booking);
    await Promise.all(watching);
    await Promise.all(readers.map((reader) => reader.cancel()));
    const row = { floor: null, unit: "ms" } as const;
    return [
      {
        ...row,
        name: `${viewers} live viewers, booking sent to event received, 95th of 100`,
        figure: percentile(delays, 0.95),
        bar: { kind: "at most", value: 500 },
      },
      { ...row, name: `${viewers} live viewers, the middle one`, figure: percentile(delays, 0.5), bar: null },
      {
        name: `${viewers} live viewers, database connections of the site`,
        figure: held,
        floor: null,
        unit: "connections",
        bar: { kind: "at most", value: 16 },
      },
    ];
  } finally {
    await booking.end();
    await site.stop();
  }
}

/** Somebody of their own each, as no one person may ask so often. */
async function watch({ clinic }: House, address: string): Promise<EventReader> {
  const cookie = await cookieOf(await makePerson(clinic, "staff"));
  const response = await fetch(address, { headers: { cookie } });
  if (!response.ok || !response.body) throw new Error(`The stream was refused with ${response.status}.`);
  return new EventReader(response.body);
}

/** Of all with the application's name, those that are not this process's own. */
async function connectionsOfSite(other: pg.Pool): Promise<number> {
  const { rows } = await other.query<{ count: number }>(
    "SELECT count(*)::int FROM pg_stat_activity WHERE application_name = 'slotwell' AND datname = current_database()",
  );
  return (rows[0]?.count ?? 0) - pool.totalCount;
}
