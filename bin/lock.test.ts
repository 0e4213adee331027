import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { withLock } from "./lock.ts";

async function lockFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "slotwell-lock-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return join(folder, "lock");
}

test("one works at a time, also within one process", async () => {
  const file = await lockFile();
  let inside = 0;
  const work = async () => {
    inside++;
    await nextTurn();
    expect(inside).toBe(1);
    inside--;
  };
  await Promise.all([withLock(file, work), withLock(file, work), withLock(file, work)]);
});

test("the lock of a process that died is passed over", async () => {
  const file = await lockFile();
  const { pid } = spawnSync("true");
  await writeFile(file, String(pid));
  expect(await withLock(file, async () => "done")).toBe("done");
});

test("it is given back after a failure", async () => {
  const file = await lockFile();
  await expect(withLock(file, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(await withLock(file, async () => "done")).toBe("done");
});
