import { readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type pg from "pg";
import { expect, test } from "vitest";
import { openDump, writeDump } from "#bin/dump.ts";
import { migrate } from "#prisma/migrate.ts";
import { inDatabase, scratchDatabase, scratchFolder } from "./scratch.ts";

const awkward = "tab\t newline\n return\r backslash\\ \\. separator\u2028 Ωλ 'quoted'";

async function filledDatabase(): Promise<string> {
  const url = await scratchDatabase();
  await migrate(url);
  await inDatabase(url, async (client) => {
    await client.query(
      "INSERT INTO clinic (slug, name, time_zone, currency) VALUES ('a', $1, 'Europe/London', 'EUR')",
      [awkward],
    );
    // More than a stream's buffer, so that pausing and resuming is gone through.
    await client.query(`INSERT INTO app_user (email, name)
      SELECT n || '@example.test', repeat(md5(n::text), 20) FROM generate_series(1, 3000) n`);
  });
  return url;
}

const contents = (client: pg.Client) =>
  client.query(
    "SELECT (SELECT json_agg(c) FROM clinic c) AS clinics, md5(string_agg(u::text, ',' ORDER BY id)) FROM app_user u",
  );

test("a backup loaded into an empty database gives the same data", async () => {
  const file = join(await scratchFolder(), "backup.gz");
  const source = await filledDatabase();
  await inDatabase(source, (owner) => writeDump(owner, file));
  const target = await scratchDatabase();
  const dump = await openDump(file);
  await migrate(target, { upTo: dump.header.migrations });
  await inDatabase(target, (owner) => dump.load(owner));
  expect((await inDatabase(target, contents)).rows).toEqual((await inDatabase(source, contents)).rows);
});

test("a backup that was cut short, and a file that is none, restore nothing", async () => {
  const file = join(await scratchFolder(), "backup.gz");
  const source = await filledDatabase();
  await inDatabase(source, (owner) => writeDump(owner, file));
  const text = gunzipSync(await readFile(file));
  const target = await scratchDatabase();
  await migrate(target);

  await truncate(file, 40_000);
  const damaged = await openDump(file);
  await expect(inDatabase(target, (owner) => damaged.load(owner))).rejects.toThrow("is damaged");
  await writeFile(file, gzipSync(text.subarray(0, 100_000)));
  const ended = await openDump(file);
  await expect(inDatabase(target, (owner) => ended.load(owner))).rejects.toThrow("in the middle of the table");
  expect((await inDatabase(target, (owner) => owner.query("SELECT FROM app_user"))).rowCount).toBe(0);

  await writeFile(file, gzipSync("something else\n"));
  await expect(openDump(file)).rejects.toThrow("is not a backup of Slotwell");
});
