import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { nodeOptions, projectFolder } from "#bin/child.ts";
import { freePort } from "#bin/port.ts";

const serves = (port: number) =>
  `require("node:http").createServer((_, r) => r.end("here")).listen(${port}, "127.0.0.1")`;

/** A process that starts a server bound to itself, as `npm start` starts Next. */
function startParent(port: number) {
  const script = `
    const { startBoundNode } = await import("#bin/child.ts");
    const child = startBoundNode(["-e", ${JSON.stringify(serves(port))}]);
    child.stderr.pipe(process.stderr);
    console.log(child.pid);
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, [...nodeOptions, "--input-type=module", "-e", script], { cwd: projectFolder });
  onTestFinished(() => void parent.kill("SIGKILL"));
  return parent;
}

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}`).then(
    () => true,
    () => false,
  );

async function runningOn(port: number) {
  const parent = startParent(port);
  const [pid] = (await once(parent.stdout, "data")) as [Buffer];
  onTestFinished(() => endIfAlive(Number(pid)));
  await expect.poll(() => answers(port), { timeout: 10_000 }).toBe(true);
  return parent;
}

function endIfAlive(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended, as it should.
  }
}

test.each(["SIGKILL", "SIGTERM"] as const)("what serves ends when its parent gets %s", async (signal) => {
  const port = await freePort();
  const parent = await runningOn(port);
  parent.kill(signal);
  await expect.poll(() => answers(port), { timeout: 10_000 }).toBe(false);
});

test("it goes on as long as the parent lives", async () => {
  const port = await freePort();
  await runningOn(port);
  await sleep(1000);
  expect(await answers(port)).toBe(true);
});
