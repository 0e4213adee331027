import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "#bin/postgres.ts";
import { step } from "#bin/progress.ts";
import { run } from "#bin/setup-error.ts";
import { buildWhenStale, generateWhenStale } from "#bin/stale.ts";
import { applicationUrl } from "#lib/db/application-role.ts";
import { migrate } from "#prisma/migrate.ts";
import { type JudgedRow, judge, tableOf } from "./row.ts";

const only = process.argv.slice(2);

/** Measures on a database of its own, durable as in production. @returns 1 when a bar was missed */
await run(async () => {
  await generateWhenStale();
  if (only.length === 0 || ["api", "live"].some((name) => only.includes(name))) await buildWhenStale();
  const folder = await mkdtemp(join(tmpdir(), "slotwell-bench-"));
  try {
    const server = await startPostgres(folder, { report: step });
    try {
      const rows = await benchOn(server.url("postgres"));
      console.log(`\n${tableOf(rows)}\n`);
      if (only.length === 0) step(`Written to ${await keep(rows)}`);
      return rows.some((row) => row.passed === false) ? 1 : 0;
    } finally {
      await server.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function benchOn(ownerUrl: string): Promise<JudgedRow[]> {
  await migrate(ownerUrl);
  const appUrl = applicationUrl(ownerUrl);
  // Before lib/db/client is loaded.
  process.env.DATABASE_APP_URL = appUrl;
  process.env.DATABASE_POOL_SIZE = "16";
  process.env.SLOTWELL_SECRET = randomBytes(32).toString("base64");
  const { measure } = await import("./measure.ts");
  const rows = await measure({ ownerUrl, appUrl }, only, (name) => step(`Measuring: ${name} …`));
  return rows.map(judge);
}

async function keep(rows: JudgedRow[]): Promise<string> {
  const results = join(import.meta.dirname, "results");
  await mkdir(results, { recursive: true });
  const date = new Date().toISOString();
  const file = join(results, `${date.slice(0, 19).replaceAll(":", "")}.json`);
  const machine = { cpu: cpus()[0]?.model, cpus: cpus().length, loadAverage: loadavg()[0], node: process.version };
  await writeFile(file, `${JSON.stringify({ date, machine, rows }, null, 2)}\n`);
  return file;
}
