import { afterAll } from "vitest";
import { appUrl, dropClone } from "./clone.ts";

// Before the test file and with it lib/db/client is loaded.
process.env.DATABASE_APP_URL = appUrl;

afterAll(async () => {
  const opened = globalThis as { slotwellDatabase?: { pool: { end(): Promise<void> } } };
  await opened.slotwellDatabase?.pool.end();
  await dropClone();
});
