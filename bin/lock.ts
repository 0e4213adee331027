import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SetupError } from "./setup-error.ts";

const patienceMs = 10 * 60_000;
const checkEveryMs = 100;

/** Whether a process with this id runs, whoever it belongs to. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return !isZombie(pid);
}

/** Ended, but not yet collected by its parent: in containers without an init process that can last. */
function isZombie(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, "latin1").split(")").at(-1)?.startsWith(" Z") ?? false;
  } catch {
    return false;
  }
}

/**
 * Runs `work` while no other process on this machine holds the same file. A holder that died is passed over.
 * @param waiting is called once when another process holds it.
 */
export async function withLock<T>(file: string, work: () => Promise<T>, waiting?: (pid: number) => void): Promise<T> {
  await mkdir(dirname(file), { recursive: true });
  const giveUpAt = Date.now() + patienceMs;
  for (let told = false; !(await take(file)); ) {
    const holder = Number.parseInt(await readFile(file, "utf8").catch(() => ""), 10);
    if (holder && !isAlive(holder)) await breakLock(file, holder);
    if (Date.now() > giveUpAt) {
      throw new SetupError(`Process ${holder} has held ${file} for long: wait for it or stop it, then start again.`);
    }
    if (!told) waiting?.(holder);
    told = true;
    await sleep(checkEveryMs);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

/** The file appears with its content at once, so that nobody ever reads it half-written. */
async function take(file: string): Promise<boolean> {
  const draft = `${file}.${process.pid}.${randomUUID()}`;
  await writeFile(draft, String(process.pid));
  try {
    await link(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes a dead holder's file, unless somebody else did and took the lock in the meantime: that one is put back. */
async function breakLock(file: string, deadHolder: number): Promise<void> {
  const aside = `${file}.broken.${process.pid}.${randomUUID()}`;
  await rename(file, aside).catch(() => {});
  const found = Number.parseInt(await readFile(aside, "utf8").catch(() => ""), 10);
  if (found && found !== deadHolder) await link(aside, file).catch(() => {});
  await rm(aside, { force: true });
}
