import { expect, test } from "vitest";
import { db } from "#lib/db/client.ts";
import { appPool, ownerSql } from "./database.ts";

test("the application connects as a role that owns nothing and has no powers", async () => {
  const [role] = await db.$queryRaw<{ name: string; powers: boolean; owns: boolean }[]>`
    SELECT rolname AS name, rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication AS powers,
           EXISTS (SELECT FROM pg_class WHERE relowner = r.oid) OR EXISTS (SELECT FROM pg_proc WHERE proowner = r.oid) AS owns
      FROM pg_roles r WHERE rolname = current_user`;
  expect(role).toMatchObject({ powers: false, owns: false });
  expect(role?.name).toMatch(/^slotwell_/);
});

test("the application's statements and locks end by themselves", async () => {
  const settings = await db.$queryRaw<{ name: string; setting: string }[]>`
    SELECT name, setting FROM pg_settings
     WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout')`;
  expect(settings).toHaveLength(3);
  for (const { setting } of settings) expect(Number(setting)).toBeGreaterThan(0);
});

test("the application may not change the schema", async () => {
  await expect(appPool.query("CREATE TABLE public.mine (id int)")).rejects.toMatchObject({ code: "42501" });
  await expect(appPool.query("ALTER TABLE appointment DISABLE TRIGGER ALL")).rejects.toMatchObject({ code: "42501" });
  await expect(appPool.query("SET session_replication_role = replica")).rejects.toMatchObject({ code: "42501" });
});

test("every test file has a database of its own", async () => {
  const [row] = await ownerSql<{ name: string }>("SELECT current_database() AS name");
  expect(row?.name).toMatch(/^test_/);
});
