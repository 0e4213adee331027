import { beforeEach, describe, expect, test } from "vitest";
import type { ChainReport } from "#lib/audit/schema.ts";
import { checkChain } from "#lib/audit/server/check-chain.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { ownerSql } from "../database.ts";
import { type Clinic, makeClinic, makePerson } from "../factories.ts";

let [clinic, actor]: [Clinic | null, Actor | null] = [null, null];
const bounds = { batch: 4, batches: 100, budgetMs: 60_000 };

async function check(after?: number, within = bounds): Promise<ChainReport> {
  if (!clinic || !actor) throw new Error("Nobody asks");
  const result = await checkChain(actor, { clinicId: clinic.id, ...(after && { after }) }, within);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

/** As somebody with all rights to the database could. */
async function tamper(...statements: string[]): Promise<void> {
  for (const table of ["audit_entry", "audit_seal"]) {
    await ownerSql(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_append_only`);
  }
  for (const statement of statements) await ownerSql(`SET session_replication_role = replica; ${statement}`);
  for (const table of ["audit_entry", "audit_seal"]) {
    await ownerSql(`ALTER TABLE ${table} ENABLE TRIGGER ${table}_append_only`);
  }
}

beforeEach(async () => {
  await tamper("DELETE FROM audit_seal; DELETE FROM audit_entry");
  clinic = await makeClinic();
  actor = (await makePerson(clinic, "admin")).actor;
  await ownerSql(
    `INSERT INTO audit_entry (clinic_id, actor_role, action, subject_type, subject_id)
     SELECT $1, 'test', 'slots.extended', 'clinic', n::text FROM generate_series(1, 10) AS n`,
    [clinic.id],
  );
});

describe("untouched", () => {
  test("nothing sealed, nothing to check; then unbroken, and the check itself is noted", async () => {
    expect(await check()).toMatchObject({
      state: "empty",
      checked: 0,
      upTo: null,
      broken: null,
      waiting: 10,
      overdue: 0,
    });
    await ownerSql("SELECT seal_audit()");
    const report = await check();
    expect(report).toMatchObject({ state: "unbroken", checked: 11, upTo: { position: 11 }, broken: null, waiting: 0 });
    expect(report.upTo?.fingerprint).toMatch(/^[0-9a-f]{16}$/);
    const noted = await ownerSql(
      "SELECT detail FROM audit_entry WHERE action = 'audit.checked' ORDER BY id DESC LIMIT 1",
    );
    expect(noted).toEqual([{ detail: { state: "unbroken", upTo: 11 } }]);
  });

  test("whatever the size of a step, the same answer", async () => {
    await ownerSql("SELECT seal_audit()");
    for (const batch of [1, 3, 5, 10, 11, 100]) {
      expect(await check(0, { ...bounds, batch }), `by ${batch}`).toMatchObject({
        state: "unbroken",
        upTo: { position: 10 },
      });
    }
  });

  test("a long log is looked at in several goes", async () => {
    await ownerSql("SELECT seal_audit()");
    const short = { ...bounds, batches: 1 };
    expect(await check(0, short)).toMatchObject({ state: "unfinished", checked: 4, upTo: { position: 4 } });
    expect(await check(4, short)).toMatchObject({ state: "unfinished", checked: 4, upTo: { position: 8 } });
    expect(await check(8, short)).toMatchObject({ state: "unbroken", checked: 2, upTo: { position: 10 } });
  });
});

describe("tampered with, it shows where", () => {
  beforeEach(async () => {
    await ownerSql("SELECT seal_audit()");
  });
  const entryAt = (position: number) => `(SELECT entry_id FROM audit_seal WHERE position = ${position})`;

  test.each([1, 4, 5, 8, 10])("entry %i was changed", async (position) => {
    await tamper(`UPDATE audit_entry SET action = 'forged' WHERE id = ${entryAt(position)}`);
    const report = await check();
    expect(report).toMatchObject({ state: "broken", broken: { position } });
    expect(report.broken?.at).not.toBeNull();
    expect(report.upTo?.position ?? 0).toBe(position - 1);
  });

  test("an entry was removed", async () => {
    await tamper(`DELETE FROM audit_entry WHERE id = ${entryAt(6)}`);
    expect(await check()).toMatchObject({ state: "broken", broken: { position: 6, at: null }, upTo: { position: 5 } });
  });

  test("an entry was removed with its seal", async () => {
    await tamper(`DELETE FROM audit_entry WHERE id = ${entryAt(5)}`, "DELETE FROM audit_seal WHERE position = 5");
    expect(await check()).toMatchObject({ state: "broken", broken: { position: 6 }, upTo: { position: 4 } });
  });

  test("the beginning was cut off", async () => {
    await tamper("DELETE FROM audit_seal WHERE position = 1");
    expect(await check()).toMatchObject({ state: "broken", broken: { position: 2 }, upTo: null });
  });

  test("a seal was forged to fit its own entry: the next one betrays it", async () => {
    await tamper(
      `UPDATE audit_entry SET action = 'forged' WHERE id = ${entryAt(7)}`,
      `UPDATE audit_seal s SET hash = audit_hash((SELECT hash FROM audit_seal WHERE position = 6), e)
       FROM audit_entry e WHERE s.position = 7 AND e.id = s.entry_id`,
    );
    expect(await check()).toMatchObject({ state: "broken", broken: { position: 8 } });
  });

  test("the seals of old entries were removed", async () => {
    await tamper(
      "DELETE FROM audit_seal WHERE position > 5",
      "UPDATE audit_entry SET created_at = now() - interval '2 days' WHERE id NOT IN (SELECT entry_id FROM audit_seal)",
    );
    expect(await check()).toMatchObject({ state: "unbroken", upTo: { position: 5 }, waiting: 5, overdue: 5 });
  });
});

test("only an admin of the clinic may ask", async () => {
  const { actor: staff } = await makePerson(clinic, "staff");
  expect(await checkChain(staff, { clinicId: clinic?.id ?? "" })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
});
