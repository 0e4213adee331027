import { once } from "node:events";
import { Agent, get, type IncomingMessage } from "node:http";
import type pg from "pg";
import { addDays, dayOfWeek, localDateOf } from "#lib/time.ts";
import { insertSql, insertValues, makePatients } from "#tests/factories.ts";
import { type House, makeBenchHouse, type Wish } from "./house.ts";
import type { Row } from "./row.ts";
import { cookieOf, startBenchSite } from "./site.ts";
import { percentile, ratePerSecond, takingTurns, timed } from "./timing.ts";

const days = 14;
const manyDoctors = 50;
const atATime = 8;
/** Who asks for the same at once shares an answer; so many fortnights keep all who ask at a time apart. */
const windows = atATime;
/** So many that nobody comes near what one person may ask in a minute. */
const askers = 150;

/**
 * What the API costs over HTTP, on a production site: looking for a time, against the route that says nothing but "up",
 * and booking, against a booking that is refused for its form alone. All of them pass the same gate: who asks, how
 * often, and in which form.
 */
export async function benchApi(owner: pg.Pool, appUrl: string, raw: pg.Pool): Promise<Row[]> {
  const site = await startBenchSite(appUrl);
  try {
    const house = await makeBenchHouse({ doctors: manyDoctors, days: days + windows - 1, from: nextMonday() });
    await fill(raw, house, (manyDoctors * house.days.length * 16) / 4);
    // As the server does by itself within a minute.
    await owner.query("VACUUM ANALYZE");
    const cookies = await Promise.all((await makePatients(askers)).map(cookieOf));
    const ask = asking(site.url, cookies);
    const wish = { clinic: house.clinic.id, service: house.service.id };
    const fortnights = Array.from({ length: windows }, (_, n) => {
      const range = { from: house.days[n] as string, to: house.days[n + days - 1] as string };
      return `/availability?${new URLSearchParams({ ...wish, ...range })}`;
    });
    const [all = ""] = fortnights;
    const one = `${all}&doctor=${house.doctors[0]?.doctorId}`;
    const tail = (paths: string[]) => () => latency(paths, ask);
    const [up = 0, oneDoctor = 0, allDoctors = 0, allDifferent = 0] = await takingTurns(
      5,
      tail(["/health"]),
      tail([one]),
      tail([all]),
      tail(fortnights),
    );
    const [booked = 0, refused = 0] = await takingTurns(
      5,
      () => bookings(site.url, house, false),
      () => bookings(site.url, house, true),
    );
    const row = { unit: "ms", floor: up } as const;
    return [
      {
        ...row,
        name: `GET availability, 1 doctor × ${days} days, p95, against a no-op route`,
        figure: oneDoctor,
        bar: { kind: "at most", value: 2 },
      },
      {
        ...row,
        name: `GET availability, ${manyDoctors} doctors, p95, against a no-op route`,
        figure: allDoctors,
        bar: { kind: "at most", value: 4 },
      },
      {
        ...row,
        name: `GET availability, ${manyDoctors} doctors, p95, where no two ask for the same days`,
        figure: allDifferent,
        bar: null,
      },
      {
        name: "POST booking, against a POST that does nothing",
        figure: booked,
        floor: refused,
        unit: "per second",
        bar: { kind: "at least", value: 0.4 },
      },
    ];
  } finally {
    await site.stop();
  }
}

function nextMonday(): string {
  const today = localDateOf(Date.now(), "UTC");
  return addDays(today, 14 - dayOfWeek(today));
}

async function fill(raw: pg.Pool, house: House, count: number): Promise<void> {
  const book = ({ patient, request }: Wish) =>
    raw.query(insertSql, insertValues({ ...request, patientId: patient.id }));
  await ratePerSecond(house.wishes(count), 16, book);
}

type Ask = (path: string) => Promise<void>;

/** By Node's own client, which lets an answer go as it comes: whoever keeps large ones shares the server's processors. */
function asking(siteUrl: string, cookies: string[]): Ask {
  const agent = new Agent({ keepAlive: true, maxSockets: atATime });
  let asked = 0;
  return async (path) => {
    const cookie = cookies[asked++ % cookies.length] as string;
    const request = get(`${siteUrl}/api/v1${path}`, { agent, headers: { cookie } });
    const [response] = (await once(request, "response")) as [IncomingMessage];
    if (response.statusCode !== 200) throw new Error(`${path} was answered with ${response.statusCode}.`);
    await once(response.resume(), "end");
  };
}

/** The 95th of 400, some at a time, the paths in turn. */
async function latency(paths: string[], ask: Ask): Promise<number> {
  const delays: number[] = [];
  const asked = Array.from({ length: 400 }, (_, n) => paths[n % paths.length] as string);
  await ratePerSecond(asked, atATime, async (path) => {
    delays.push(await timed(() => ask(path)));
  });
  return percentile(delays, 0.95);
}

/** Per second; `isEmpty`: without a single field, so that nothing is booked. */
async function bookings(siteUrl: string, house: House, isEmpty: boolean): Promise<number> {
  const sent = await Promise.all(
    house.wishes(isEmpty ? 0 : 160).map(async ({ patient, request }) => ({ request, cookie: await cookieOf(patient) })),
  );
  const empty = house.patients
    .slice(0, isEmpty ? 160 : 0)
    .map(async (patient) => ({ cookie: await cookieOf(patient) }));
  const requests: { request?: Wish["request"]; cookie: string }[] = [...sent, ...(await Promise.all(empty))];
  return ratePerSecond(requests, atATime, async ({ request, cookie }) => {
    const body = request && {
      clinic: request.clinicId,
      service: request.serviceId,
      doctor: request.doctorId,
      startsAt: new Date(request.startsAt).toISOString(),
    };
    const response = await fetch(`${siteUrl}/api/v1/appointments`, {
      method: "POST",
      headers: { cookie, origin: siteUrl, "content-type": "application/json" },
      body: JSON.stringify(body ?? {}),
    });
    await response.arrayBuffer();
    if (response.status !== (body ? 201 : 400)) throw new Error(`Booking was answered with ${response.status}.`);
  });
}
