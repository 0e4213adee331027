import pg from "pg";
import { findAvailability } from "#lib/scheduling/server/availability/find-availability.ts";
import { addDays } from "#lib/time.ts";
import { insertSql, insertValues, monday } from "#tests/factories.ts";
import { clock, type House, makeBenchHouse } from "./house.ts";
import type { Row } from "./row.ts";
import { percentile, timed } from "./timing.ts";

const days = 14;
const small = 10_000;
const large = 1_000_000;
const rounds = 9;
const callsARound = 60;

/** Whether looking for a time slows down as years of appointments pile up behind it. */
export async function benchHistory(ownerUrl: string, raw: pg.Pool): Promise<Row[]> {
  const house = await makeBenchHouse({ doctors: 10, days });
  for (const { patient, request } of house.wishes((10 * days * 16) / 4)) {
    await raw.query(insertSql, insertValues({ ...request, patientId: patient.id }));
  }
  const owner = new pg.Client(ownerUrl);
  await owner.connect();
  try {
    await growTo(owner, house, small);
    const floor = await tail(house);
    await growTo(owner, house, large);
    const figure = await tail(house);
    const name = `availability, 1 doctor × ${days} days, p95, at 1,000,000 appointments against 10,000`;
    return [{ name, figure, floor, unit: "ms", bar: { kind: "at most", value: 1.25 } }];
  } finally {
    await owner.end();
  }
}

/** Past visits of the house's doctors and patients, until the table holds so many rows. Nothing counts what is over. */
async function growTo(owner: pg.Client, { clinic, service, doctors, patients }: House, total: number): Promise<void> {
  await owner.query("SET session_replication_role = replica");
  await owner.query(
    `INSERT INTO appointment (clinic_id, doctor_id, service_id, patient_id, starts_at, ends_at, occupied, local_date,
       session_key, status, price_amount, price_currency)
     SELECT $1, ($2::uuid[])[1 + n % $5], $3, ($4::uuid[])[1 + n % $6], at, at + interval '30 minutes',
       tstzrange(at, at + interval '30 minutes'), at::date, uuid_v7(), 'completed', 0, 'GBP'
     FROM generate_series((SELECT count(*) FROM appointment), $7::bigint - 1) AS n,
       LATERAL (SELECT timestamptz '2031-03-01' - make_interval(mins => (30 * (n / $5))::int) AS at) AS past`,
    [
      clinic.id,
      doctors.map((doctor) => doctor.doctorId),
      service.id,
      patients.map(({ id }) => id),
      doctors.length,
      patients.length,
      total,
    ],
  );
  await owner.query("SET session_replication_role = DEFAULT");
  await owner.query("VACUUM ANALYZE appointment");
}

/** The 95th percentile of asking for two weeks of one doctor, the median of some rounds. */
async function tail({ clinic, service, doctors }: House): Promise<number> {
  const range = { from: monday, to: addDays(monday, days - 1) };
  const doctorId = doctors[0]?.doctorId ?? null;
  const ask = async () => {
    const found = await findAvailability({ clinicId: clinic.id, serviceId: service.id, doctorId, ...range }, clock);
    if (!found.ok || found.value.days.every((day) => day.offers.length === 0)) throw new Error("Nothing was on offer");
  };
  const tails: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const times: number[] = [];
    for (let call = 0; call < callsARound; call++) times.push(await timed(ask));
    if (round > 0) tails.push(percentile(times, 0.95));
  }
  return percentile(tails, 0.5);
}
