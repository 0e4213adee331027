import type pg from "pg";
import { db } from "#lib/db/client.ts";
import { findAvailability } from "#lib/scheduling/server/availability/find-availability.ts";
import { addDays } from "#lib/time.ts";
import { insertSql, insertValues, monday } from "#tests/factories.ts";
import { countStatements } from "#tests/statements.ts";
import { clock, type House, makeBenchHouse } from "./house.ts";
import type { Row } from "./row.ts";
import { percentile, timed } from "./timing.ts";

const days = 14;
const manyDoctors = 50;
const calls = 150;

/** What a patient waits for when looking for a time: one doctor, then fifty, in a clinic that is a quarter full. */
export async function benchAvailability(raw: pg.Pool): Promise<Row[]> {
  const house = await makeBenchHouse({ doctors: manyDoctors, days });
  await fill(raw, house, (manyDoctors * days * 16) / 4);
  const ask = async (doctorId: string | null) => {
    const range = { from: monday, to: addDays(monday, days - 1) };
    const found = await findAvailability(
      { clinicId: house.clinic.id, serviceId: house.service.id, doctorId, ...range },
      clock,
    );
    if (!found.ok || found.value.days.every((day) => day.offers.length === 0)) throw new Error("Nothing was on offer");
  };
  const oneDoctor = house.doctors[0]?.doctorId as string;
  const [nothing, one, many] = await tails(
    () => db.$queryRaw`SELECT 1`,
    () => ask(oneDoctor),
    () => ask(null),
  );
  const statements = Math.max(await countStatements(() => ask(oneDoctor)), await countStatements(() => ask(null)));
  return [
    {
      name: `availability, 1 doctor × ${days} days, p95, against SELECT 1`,
      figure: one,
      floor: nothing,
      unit: "ms",
      bar: null,
    },
    {
      name: `availability, ${manyDoctors} doctors, p95, against 1 doctor`,
      figure: many,
      floor: one,
      unit: "ms",
      bar: null,
    },
    {
      name: "availability: statements, whatever the size",
      figure: statements,
      floor: null,
      unit: "statements",
      bar: { kind: "at most", value: 4 },
    },
  ];
}

async function fill(raw: pg.Pool, house: House, count: number): Promise<void> {
  for (const { patient, request } of house.wishes(count)) {
    await raw.query(insertSql, insertValues({ ...request, patientId: patient.id }));
  }
}

/** The 95th percentiles of calls that take turns. */
async function tails(...works: (() => Promise<unknown>)[]): Promise<[number, number, number]> {
  const times = works.map((): number[] => []);
  for (let call = 0; call < calls + 20; call++) {
    for (const [n, work] of works.entries()) {
      const ms = await timed(work);
      if (call >= 20) times[n]?.push(ms);
    }
  }
  return times.map((ms) => percentile(ms, 0.95)) as [number, number, number];
}
