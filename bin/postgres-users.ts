import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isAlive } from "./lock.ts";

/** Processes of this machine that use a data folder's server, as one empty file each; the last one stops it. */
const folderOf = (dataDir: string) => join(dataDir, "postgres.users");

export async function joinUsers(dataDir: string): Promise<void> {
  await mkdir(folderOf(dataDir), { recursive: true });
  await writeFile(join(folderOf(dataDir), String(process.pid)), "");
}

/** @returns whether another living process still uses the server. */
export async function leaveUsers(dataDir: string): Promise<boolean> {
  await rm(join(folderOf(dataDir), String(process.pid)), { force: true });
  let others = false;
  for (const name of await readdir(folderOf(dataDir)).catch(() => [])) {
    if (isAlive(Number(name))) others = true;
    else await rm(join(folderOf(dataDir), name), { force: true });
  }
  return others;
}
