import pg from "pg";
import type { EpochMs } from "#lib/time.ts";
import { demoClinic } from "./demo/clinic.ts";
import { planDemo } from "./demo/plan.ts";
import { seededRandom } from "./demo/random.ts";
import { writeAppointments } from "./demo/write-appointments.ts";
import { writeCalendar } from "./demo/write-calendar.ts";
import { writeHouse } from "./demo/write-house.ts";
import { writeMessages } from "./demo/write-messages.ts";
import { writePeople } from "./demo/write-people.ts";
import { writePlans } from "./demo/write-plans.ts";
import { writeWaitlist } from "./demo/write-waitlist.ts";

interface SeedOptions {
  ownerUrl: string;
  applicationUrl: string;
  /** The moment around which the three weeks lie; now, if left out. */
  now?: EpochMs;
}

/**
 * Fills a migrated database with the demo clinic: all of it or, when anything is refused, nothing but an error. The
 * process's own connections must be those of `applicationUrl`.
 */
export default async function seed({ ownerUrl, applicationUrl, now }: SeedOptions): Promise<void> {
  // As the application, not as the owner: the demo has no rights that the product lacks.
  const client = new pg.Client({ connectionString: applicationUrl, application_name: "slotwell-seed" });
  await client.connect();
  try {
    await refuseSecondDemo(client);
    await client.query("BEGIN");
    const moment = now ?? (await databaseNow(client));
    const written = await write(client, moment);
    await client.query("COMMIT");
    // By commands, which have transactions of their own.
    await writePlans(client, { now: moment, ...written });
    await client.query("SELECT seal_audit(100000)");
    await countRows(ownerUrl);
  } finally {
    await client.end();
  }
}

async function write(client: pg.Client, now: EpochMs) {
  const random = seededRandom(20_260_117);
  const plan = planDemo(now, random);
  const house = await writeHouse(client, { now, random });
  const people = await writePeople(client, { now, random, clinicId: house.clinicId });
  const doctors = await writeCalendar(client, { plan, people, house, random });
  const written = await writeAppointments(client, { plan, people, house, doctors, random });
  await writeMessages(client, { appointments: written, clinicId: house.clinicId, now });
  await writeWaitlist(client, { now, people, house, doctors, random });
  return { people, house, doctors };
}

/** PostgreSQL would do so a minute later, and plan until then as if the tables were empty. */
async function countRows(ownerUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl, application_name: "slotwell-seed" });
  await owner.connect();
  await owner.query("ANALYZE").finally(() => owner.end());
}

async function databaseNow(client: pg.Client): Promise<EpochMs> {
  const { rows } = await client.query<{ now: Date }>("SELECT clock_timestamp() AS now");
  return rows[0]?.now.getTime() ?? Date.now();
}

async function refuseSecondDemo(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("SELECT FROM clinic WHERE slug = $1", [demoClinic.slug]);
  if (rowCount) throw new Error(`This database already has the demo clinic (${demoClinic.name}).`);
}
