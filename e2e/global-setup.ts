import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { nodeOptions, runQuietly } from "#bin/child.ts";
import { startPostgres } from "#bin/postgres.ts";
import { applicationUrl } from "#lib/db/application-role.ts";
import { templates, templateVariable } from "./clinic.ts";

/** A production build, one database server, and in it the demo clinic that every worker copies. */
export default async function setup() {
  await runQuietly("Building the pages", [...nodeOptions, "bin/build.ts"]);
  // One for the sites and for the tests, which sign people in without filling in the form each time.
  process.env.SLOTWELL_SECRET = randomBytes(32).toString("base64url");
  const folder = join(tmpdir(), `slotwell-tests-${process.pid}-${randomBytes(3).toString("hex")}`);
  const server = await startPostgres(folder, { durable: false });
  const stop = async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const owner = new pg.Client(server.url("postgres"));
    await owner.connect();
    await owner.query(`CREATE DATABASE ${templates.demo} TEMPLATE template0`);
    const ownerUrl = server.url(templates.demo);
    const variables = { DATABASE_URL: ownerUrl, DATABASE_APP_URL: applicationUrl(ownerUrl) };
    await runQuietly("Migrating", [...nodeOptions, "bin/db.ts", "migrate"], {
      DATABASE_URL: ownerUrl,
      DATABASE_APP_URL: "",
    });
    await owner.query(`CREATE DATABASE ${templates.empty} TEMPLATE ${templates.demo}`);
    await owner.end();
    await runQuietly("Filling the demo clinic", [...nodeOptions, "bin/seed-process.ts"], variables);
    process.env[templateVariable] = ownerUrl;
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}
