import { afterEach, expect, test, vi } from "vitest";
import type { Transaction } from "#lib/db/transaction.ts";
import { minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, earlyMonday, makeClinic, makeDoctor, makePatients, makeService, makeSlots } from "../factories.ts";

afterEach(() => {
  vi.doUnmock("#lib/db/transaction.ts");
  vi.resetModules();
});

/** Runs each statement by itself, as if nobody had thought of a transaction. */
async function withoutTransactions(): Promise<void> {
  vi.resetModules();
  const { db } = await import("#lib/db/client.ts");
  vi.doMock("#lib/db/transaction.ts", async (original) => ({
    ...(await original<typeof import("#lib/db/transaction.ts")>()),
    inTransaction: <T>(work: (tx: Transaction) => Promise<T>) => work(db),
  }));
}

/** How many bundles of 40 at once are left with one part of two. */
async function halves(): Promise<number> {
  const clinic = await makeClinic();
  await makeSlots(clinic, { count: 8, capacity: 3 });
  const services = [await makeService(clinic), await makeService(clinic)];
  for (const name of ["Dr A", "Dr B"]) await makeDoctor(clinic, services, name);
  const patients = await makePatients(40);
  const { bookBundle } = await import("#lib/scheduling/server/booking/book-bundle.ts");
  const items = services.map(({ id }) => ({ serviceId: id, doctorId: null }));
  await Promise.allSettled(
    patients.map(({ actor }, n) =>
      bookBundle(actor, { clinicId: clinic.id, items, startsAt: at("09:00") + minutes(30 * (n % 7)) }, earlyMonday),
    ),
  );
  const rows = await ownerSql(
    `SELECT bundle_id FROM appointment WHERE clinic_id = $1 AND bundle_id IS NOT NULL
     GROUP BY bundle_id HAVING count(*) < 2`,
    [clinic.id],
  );
  return rows.length;
}

test("without the transaction, bundles are left half booked; with it, none is", async () => {
  expect(await halves()).toBe(0);
  await withoutTransactions();
  expect(await halves()).toBeGreaterThan(0);
});
