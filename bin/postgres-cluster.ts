import { spawn } from "node:child_process";
import { chown, mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { isAlive } from "./lock.ts";
import type { Account } from "./postgres-account.ts";
import { explainFailure } from "./postgres-failure.ts";
import { SetupError } from "./setup-error.ts";

export interface Server {
  port: number;
  password: string;
}

export const superuser = "postgres";
const startPatienceMs = 120_000;
const stopPatienceMs = 30_000;
const pollMs = 25;

export function urlOf({ port, password }: Server, database: string): string {
  return `postgresql://${superuser}:${password}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

/** Makes a cluster. It is built beside its place, so that one cut short is never taken for a database. */
export async function initialise({ binaries, dataFolder, command }: Account, password: string): Promise<void> {
  const draft = `${dataFolder}.new`;
  const passwordFile = `${dataFolder}.password`;
  const { program, args, options } = command(binaries.initdb, [
    `--pgdata=${draft}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    ...["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C"],
    ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
  ]);
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    const { uid, gid } = options;
    if (uid !== undefined && gid !== undefined) for (const path of [draft, passwordFile]) await chown(path, uid, gid);
    const child = spawn(program, args, { ...options, env: quietEnvironment() });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
    const code = await new Promise((resolve) => child.once("error", resolve).once("close", resolve));
    if (code !== 0) throw explainFailure(code instanceof Error ? code.message : output, dataFolder);
    await rm(dataFolder, { recursive: true, force: true });
    await rename(draft, dataFolder);
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

/** Starts the server. @returns its process id once it answers, undefined when it gave up (the log says why). */
export async function launch(account: Account, server: Server, log: string, durable: boolean) {
  const { binaries, dataFolder, command } = account;
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "200",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    jit: "off",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const { program, args, options } = command(binaries.postgres, [
    ...["-D", dataFolder, "-p", String(server.port)],
    ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ]);
  await rename(log, `${log}.old`).catch(() => {});
  const output = await open(log, "w", 0o600);
  // In a session of its own, so that Ctrl-C reaches it only through us, when the app has finished its work.
  const child = spawn(program, args, {
    ...options,
    env: quietEnvironment(),
    detached: true,
    stdio: ["ignore", output.fd, output.fd],
  });
  let gone = false;
  child.once("error", () => (gone = true)).once("exit", () => (gone = true));
  child.unref();
  await output.close();
  for (const giveUpAt = Date.now() + startPatienceMs; !gone && Date.now() < giveUpAt; await sleep(pollMs)) {
    if (await answers(server)) return child.pid;
  }
  return undefined;
}

/** The process id of the server that already runs in this folder, when there is one; leftovers of a dead one go. */
export async function findRunning(dataFolder: string, server: Server): Promise<number | undefined> {
  const pidFile = `${dataFolder}/postmaster.pid`;
  for (const giveUpAt = Date.now() + startPatienceMs; Date.now() < giveUpAt; await sleep(pollMs)) {
    const [first, , , port] = (await readFile(pidFile, "utf8").catch(() => "")).split("\n");
    const pid = Number(first);
    if (!pid) return undefined;
    const running = { ...server, port: Number(port) || server.port };
    if (isAlive(pid) && (await answers(running))) {
      server.port = running.port;
      return pid;
    }
    if (!isAlive(pid) || !(await isServerOf(pid, dataFolder))) {
      await rm(pidFile, { force: true });
      return undefined;
    }
  }
  throw new SetupError(`The database in ${dataFolder} runs but does not answer: end its process and start again.`);
}

/** Stops the server, rolling back what is under way; what was committed is on disk. */
export async function stop(pid: number): Promise<void> {
  const begun = Date.now();
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    while (isAlive(pid) && Date.now() < begun + stopPatienceMs) await sleep(pollMs);
  }
}

async function answers(server: Server): Promise<boolean> {
  const client = new pg.Client({ connectionString: urlOf(server, "postgres"), connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  return client
    .connect()
    .then(() => true)
    .catch(() => false)
    .finally(() => client.end().catch(() => {}));
}

/** After a restart of the machine or container, a dead server's number may belong to any program. */
async function isServerOf(pid: number, dataFolder: string): Promise<boolean> {
  if (process.platform !== "linux") return true;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return command.includes("postgres") && command.includes(dataFolder);
}

/** Messages in English and no settings meant for another PostgreSQL. */
function quietEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name));
  return { ...Object.fromEntries(kept), LC_ALL: "C", NODE_ENV: process.env.NODE_ENV ?? "production" };
}
