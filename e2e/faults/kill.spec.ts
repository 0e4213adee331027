import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { exitOf, projectFolder, startNode, type Variables } from "#bin/child.ts";
import { freePort } from "#bin/port.ts";
import { startPostgres } from "#bin/postgres.ts";
import { bookingForm, sendBooking } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatients, type Person } from "../people.ts";
import { openRaceHouse } from "../race-house.ts";

test("kill -9 of the app and of PostgreSQL under load lose no booking that was acknowledged", async () => {
  test.setTimeout(180_000);
  const dataDir = await mkdtemp(join(tmpdir(), "slotwell-kill-"));
  const port = String(await freePort());
  const house = new House({
    ...{ PORT: port, SLOTWELL_DATA_DIR: dataDir, SLOTWELL_URL: `http://localhost:${port}` },
    ...{ DATABASE_URL: "", DATABASE_APP_URL: "", SLOTWELL_DEMO: "" },
  });
  try {
    await test.step("npm start on an empty folder", () => house.start());
    const rush = await prepareRush(house, dataDir);

    await test.step("kill -9 of everything but PostgreSQL, while 16 at a time are booking", async () => {
      const booked = rush(80, () => house.kill());
      const acknowledged = await booked;
      await house.start();
      await expectAllThere(house.dataDir, acknowledged);
    });

    await test.step("kill -9 of PostgreSQL, while 16 at a time are booking", async () => {
      const postgres = await startPostgres(dataDir);
      const acknowledged = await rush(80, async () => process.kill(postgres.pid, "SIGKILL"));
      await postgres.close();
      await house.stop();
      await house.start();
      await expectAllThere(house.dataDir, acknowledged);
    });

    await test.step("npm run verify finds every promise kept", async () => {
      expect(await exitOf(startNode(["bin/launch.mjs", "bin/verify.ts"], house.variables, "pipe"))).toBe(0);
    });
  } finally {
    await house.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});

/** What `npm start` starts, in a process group of its own. */
class House {
  readonly variables: Variables;
  private process: ChildProcess | undefined;

  constructor(variables: Variables) {
    this.variables = variables;
  }

  get url(): string {
    return this.variables.SLOTWELL_URL ?? "";
  }

  get dataDir(): string {
    return this.variables.SLOTWELL_DATA_DIR ?? "";
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, ["bin/launch.mjs", "bin/start.ts"], {
      cwd: projectFolder,
      env: { ...process.env, ...this.variables },
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    this.process = child;
    let printed = "";
    await new Promise<void>((resolve, reject) => {
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on("data", (text) => {
          printed += text;
          if (printed.includes("Slotwell is ready")) resolve();
        });
      }
      child.once("exit", () => reject(new Error(`npm start ended:\n${printed}`)));
    });
  }

  async kill(): Promise<void> {
    await this.end("SIGKILL", -1);
  }

  /** As Ctrl-C does. */
  async stop(): Promise<void> {
    await this.end("SIGTERM", 1);
  }

  private async end(signal: NodeJS.Signals, sign: 1 | -1): Promise<void> {
    const child = this.process;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    process.kill(sign * child.pid, signal);
    await gone;
  }
}

type Rush = (enough: number, strike: () => Promise<unknown>) => Promise<string[]>;

/** @returns a rush that books until `enough` are acknowledged, strikes, and says which were acknowledged by the end */
async function prepareRush(house: House, dataDir: string): Promise<Rush> {
  const { people, service, starts } = await withOwner(dataDir, async (database) => {
    const { rows } = await database.query<{ startsAt: string }>(
      `SELECT (extract(epoch FROM starts_at) * 1000)::bigint::text AS "startsAt" FROM time_slot
       WHERE booked = 0 AND starts_at BETWEEN now() + interval '1 day' AND now() + interval '25 days'`,
    );
    const starts = rows.map((row) => row.startsAt);
    return { people: await newPatients(database, 5), service: await openRaceHouse(database, 8), starts };
  });
  const [first, firstStart] = [people[0] as Person, starts[0] as string];
  const fields = await bookingForm(house.url, first, { service, startsAt: firstStart });
  const wishes = starts.flatMap((startsAt) => people.map((person) => ({ person, startsAt })));

  return async (enough, strike) => {
    const acknowledged: string[] = [];
    let struck: Promise<unknown> | undefined;
    let unanswered = 0;
    const book = async () => {
      for (let wish = wishes.shift(); wish && unanswered === 0; wish = wishes.shift()) {
        const { person, startsAt } = wish;
        const own: [string, string][] = fields.map(([name, value]) => [name, name === "startsAt" ? startsAt : value]);
        const answer = await sendBooking(house.url, person, { service, startsAt }, own).catch(() => null);
        if (answer?.kind === "accepted") acknowledged.push(answer.id);
        // Before that, whoever is refused for the rush asks for the next time.
        else if (struck) unanswered++;
        if (acknowledged.length >= enough) struck ??= strike();
      }
    };
    await Promise.all(Array.from({ length: 16 }, book));
    await struck;
    expect(struck, "it was struck down while it was booking").toBeDefined();
    expect(unanswered, "bookings that were under way when it was struck").toBeGreaterThan(0);
    return acknowledged;
  };
}

async function expectAllThere(dataDir: string, acknowledged: string[]): Promise<void> {
  const missing = await withOwner(dataDir, async (database) => {
    const { rows } = await database.query<{ id: string }>(
      "SELECT id FROM unnest($1::uuid[]) AS id WHERE id NOT IN (SELECT id FROM appointment WHERE status = 'pending')",
      [acknowledged],
    );
    return rows;
  });
  expect(missing).toEqual([]);
}

async function withOwner<T>(dataDir: string, use: (database: pg.Pool) => Promise<T>): Promise<T> {
  const server = await startPostgres(dataDir);
  const database = new pg.Pool({ connectionString: server.url("slotwell"), max: 2 });
  try {
    return await use(database);
  } finally {
    await database.end();
    await server.close();
  }
}
