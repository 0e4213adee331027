import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import type { Result } from "#lib/result.ts";
import { appUrl, ownerSql } from "../database.ts";
import { at, earlyMonday, makeHouse, makePatients, type Person } from "../factories.ts";
import { withClientOf } from "./other-client.ts";
import { startCuttingProxy } from "./proxy.ts";

const busy = { ok: false, refusal: { code: "BUSY", detail: {} } };

/** A port at which nobody listens. */
async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

function urlAt(host: string): string {
  const url = new URL(appUrl);
  url.host = host;
  return url.href;
}

/** Books by the modules of the present client, which `withClientOf` has changed. */
async function bookNow(patient: Person, request: object): Promise<Result<unknown>> {
  const { bookAppointment } = await import("#lib/scheduling/server/booking/book-appointment.ts");
  return bookAppointment(patient.actor, request, earlyMonday);
}

async function wish() {
  const house = await makeHouse();
  const [patient] = (await makePatients(1)) as [Person];
  const { clinic, service, doctor } = house;
  const request = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId, startsAt: at("10:00") };
  return { ...house, patient, request };
}

describe("a database that cannot be reached is BUSY, not an error page", () => {
  test("ECONNREFUSED, by address and by name", async () => {
    const { patient, request } = await wish();
    const port = await deadPort();
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) {
      expect(await withClientOf(urlAt(host), () => bookNow(patient, request))).toEqual(busy);
    }
  });

  test("a name that does not resolve", async () => {
    const { patient, request } = await wish();
    expect(await withClientOf(urlAt("nowhere.invalid:5432"), () => bookNow(patient, request))).toEqual(busy);
  });

  test("53300: no connection left for this database", async () => {
    const { patient, request } = await wish();
    const [{ name }] = (await ownerSql("SELECT current_database() AS name")) as [{ name: string }];
    await withClientOf(appUrl, async () => {
      const { db } = await import("#lib/db/client.ts");
      const { databaseFailure } = await import("#lib/db/failure.ts");
      try {
        await ownerSql(`ALTER DATABASE ${name} CONNECTION LIMIT 0`);
        expect(await bookNow(patient, request)).toEqual(busy);
        const fault = await db.$queryRaw`SELECT 1`.catch((error: unknown) => error);
        expect(databaseFailure(fault)?.code).toBe("53300");
      } finally {
        await ownerSql(`ALTER DATABASE ${name} CONNECTION LIMIT -1`);
      }
      expect(await bookNow(patient, request)).toMatchObject({ ok: true });
    });
  });

  test("08006: the line is cut while a request is under way, and the next one finds a new line", async () => {
    const { patient, request } = await wish();
    const proxy = await startCuttingProxy(appUrl);
    await withClientOf(proxy.url, async () => {
      const { db } = await import("#lib/db/client.ts");
      const { databaseFailure, isOverload } = await import("#lib/db/failure.ts");
      await db.$queryRaw`SELECT 1`;
      proxy.cutAnswerTo("SELECT 'cut here'");
      const fault = await db.$queryRaw`SELECT 'cut here'`.catch((error: unknown) => error);
      const failure = databaseFailure(fault);
      expect(failure && isOverload(failure)).toBe(true);

      proxy.breakDown();
      expect(await bookNow(patient, request)).toEqual(busy);
      proxy.mend();
      expect(await bookNow(patient, request)).toMatchObject({ ok: true });
    });
    await proxy.close();
  });

  test("57P01: the server is told to end every connection, idle ones and busy ones", async () => {
    const { patient, request } = await wish();
    await withClientOf(appUrl, async () => {
      const { db } = await import("#lib/db/client.ts");
      const { databaseFailure, isOverload } = await import("#lib/db/failure.ts");
      const [{ pid }] = (await db.$queryRaw`SELECT pg_backend_pid() AS pid`) as [{ pid: number }];
      const sleeping = db.$queryRaw`SELECT pg_sleep(20)`.catch((error: unknown) => error);
      await asleep();
      await ownerSql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'slotwell'
        AND datname = current_database() AND (pid = ${pid} OR query LIKE '%pg_sleep(20)%')`);
      const failure = databaseFailure(await sleeping);
      expect(failure && isOverload(failure)).toBe(true);
      // The first to take up a connection whose end is not noticed yet is told to try again.
      const first = await bookNow(patient, request);
      if (!first.ok) expect(first).toEqual(busy);
      const second = first.ok ? first : await bookNow(patient, request);
      expect(second).toMatchObject({ ok: true });
    });
  });

  test("no free connection, and no transaction in time", { timeout: 30_000 }, async () => {
    const { patient, request } = await wish();
    const asleepInAll = async () => {
      const { db } = await import("#lib/db/client.ts");
      const { inTransaction } = await import("#lib/db/transaction.ts");
      const { orRefusal } = await import("#lib/scheduling/server/refused-by-database.ts");
      const { ok } = await import("#lib/result.ts");
      // Prisma sends nothing before somebody waits for it.
      const asleep = db.$executeRaw`SELECT pg_sleep(12)`.then(() => "awake");
      const answers = await Promise.all([
        bookNow(patient, request),
        bookNow(patient, { ...request, doctorId: null }),
        orRefusal(() => inTransaction(async () => ok(null))),
      ]);
      await asleep;
      return answers;
    };
    expect(await withClientOf(appUrl, asleepInAll, 1)).toEqual([busy, busy, busy]);
    expect(await ownerSql("SELECT 1 FROM appointment WHERE patient_id = $1", [patient.id])).toEqual([]);
  });
});

/** Until the server runs the sleeping statement. */
async function asleep(): Promise<void> {
  const running = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state = 'active'
    AND pid <> pg_backend_pid() AND query LIKE '%pg_sleep(20)%'`;
  await expect.poll(() => ownerSql(running)).toHaveLength(1);
}
