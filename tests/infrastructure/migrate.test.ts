import { cp, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { applicationUrl } from "#lib/db/application-role.ts";
import { migrate } from "#prisma/migrate.ts";
import { migrationsFolder } from "#prisma/schema-engine.ts";
import { inDatabase, maintain, scratchDatabase, scratchFolder } from "./scratch.ts";

async function withMigration(sql: string): Promise<{ folder: string; change: (sql: string) => Promise<void> }> {
  const folder = await scratchFolder();
  await cp(migrationsFolder, folder, { recursive: true });
  const change = async (text: string) => {
    const place = join(folder, "99990101000000_new");
    await cp(join(migrationsFolder, "migration_lock.toml"), join(place, "migration_lock.toml"));
    await writeFile(join(place, "migration.sql"), text);
  };
  await change(sql);
  return { folder, change };
}

const tables = (url: string) =>
  inDatabase(url, async (client) => {
    const { rows } = await client.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
    return rows.map((row) => row.tablename);
  });

test("nodes that start at once on an empty database migrate it once", async () => {
  const url = await scratchDatabase();
  const outcomes = await Promise.all([migrate(url), migrate(url), migrate(url)]);
  const entries = await readdir(migrationsFolder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(outcomes.flatMap(({ applied }) => applied).sort()).toEqual(names.sort());
  expect(
    await inDatabase(applicationUrl(url), async (c) => (await c.query("SELECT count(*) FROM clinic")).rowCount),
  ).toBe(1);
});

test("a migration that fails leaves nothing, says where, and is tried again when mended", async () => {
  const url = await scratchDatabase();
  const { folder, change } = await withMigration("CREATE TABLE half ();\nSELECT\n  nothing;");
  await expect(migrate(url, { folder })).rejects.toThrow('column "nothing" does not exist (line 3)');
  expect(await tables(url)).not.toContain("half");
  await change("CREATE FUNCTION whole() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;");
  expect((await migrate(url, { folder })).applied).toEqual(["99990101000000_new"]);
});

test("a migration changed after it was applied is refused; an older version tells what it does not know", async () => {
  const url = await scratchDatabase();
  const { folder, change } = await withMigration("CREATE TABLE one ();");
  await migrate(url, { folder });
  expect(await migrate(url)).toEqual({ applied: [], newer: ["99990101000000_new"] });
  await change("CREATE TABLE two ();");
  await expect(migrate(url, { folder })).rejects.toThrow(
    "Changed after it was applied to this database: 99990101000000_new",
  );
});

test("an owner who may not make roles, a role that may too much, a database that is not there: in sentences", async () => {
  const url = await scratchDatabase();
  const poor = new URL(url);
  [poor.username, poor.password] = ["poor_owner", "poor"];
  await maintain("CREATE ROLE poor_owner LOGIN PASSWORD 'poor'");
  onTestFinished(() => maintain("DROP ROLE poor_owner"));
  await expect(migrate(poor.href)).rejects.toThrow("may not create roles. Ask an administrator to run CREATE ROLE");
  await expect(migrate(url, { appUrl: url })).rejects.toThrow("may do more than book");
  await expect(migrate(`${url}_missing`)).rejects.toThrow("Check DATABASE_URL and that PostgreSQL runs.");
});
