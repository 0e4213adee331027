import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Env, EnvironmentError, missingSecret } from "#lib/env.ts";
import { makeDataDir } from "./postgres.ts";

/**
 * The key that signs sessions: SLOTWELL_SECRET, or one made at the first start and kept in the data folder.
 * @throws EnvironmentError when several nodes may share the database and would each make their own.
 */
export async function sessionKey(env: Env, serving: "start" | "dev"): Promise<string> {
  if (env.secret) return env.secret;
  if (env.databaseUrl && serving === "start") throw new EnvironmentError(missingSecret);
  await makeDataDir(env.dataDir);
  const file = join(env.dataDir, "secret");
  await writeFile(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" }).catch((error) => {
    if (error.code !== "EEXIST") throw error;
  });
  return readFile(file, "utf8");
}
