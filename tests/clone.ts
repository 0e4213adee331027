import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { applicationUrl } from "#lib/db/application-role.ts";
import { urlOfDatabase } from "#lib/db/url.ts";

const templateUrl = inject("templateUrl");
const name = `test_${process.pid}_${randomBytes(4).toString("hex")}`;

async function maintain(sql: string): Promise<void> {
  const client = new pg.Client(urlOfDatabase(templateUrl, "postgres"));
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

await maintain(`CREATE DATABASE ${name} TEMPLATE template_slotwell`);

/** This test file's own database, freshly migrated and empty. */
export const ownerUrl = urlOfDatabase(templateUrl, name);
/** The same as the application connects; roles belong to the server, so the template's role serves every clone. */
export const appUrl = urlOfDatabase(applicationUrl(templateUrl), name);

export async function dropClone(): Promise<void> {
  await maintain(`DROP DATABASE ${name} WITH (FORCE)`);
}
