import { execFile } from "node:child_process";
import { readdir, readFile, readlink } from "node:fs/promises";
import { createServer } from "node:net";
import { SetupError } from "./setup-error.ts";

/** A free port on loopback, `preferred` when it is free. */
export async function freePort(preferred = 0): Promise<number> {
  const port = await tryListen(preferred, "127.0.0.1").catch(() => 0);
  return port || tryListen(0, "127.0.0.1");
}

/** @throws SetupError when nobody may or can listen there, naming who does. */
export async function refuseTakenPort(port: number): Promise<void> {
  try {
    await tryListen(port);
  } catch (error) {
    const other = port < 60_000 ? port + 1 : port - 1;
    const way = `PORT=${other} npm start`;
    if ((error as NodeJS.ErrnoException).code === "EACCES") {
      throw new SetupError(
        `Port ${port} is not for ordinary users; choose one above 1024, for example: PORT=3000 npm start`,
      );
    }
    const holder = await whoListens(port);
    throw new SetupError(
      holder
        ? `Port ${port} is in use by process ${holder.pid} (${holder.command}). Stop it, or choose another port: ${way}`
        : `Port ${port} is in use by another program. Stop it, or choose another port: ${way}`,
    );
  }
}

function tryListen(port: number, host?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}

interface Listener {
  pid: number;
  command: string;
}

async function whoListens(port: number): Promise<Listener | undefined> {
  const pid = process.platform === "linux" ? await pidFromProc(port) : await pidFromLsof(port);
  if (!pid) return undefined;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  return { pid, command: command.replaceAll("\0", " ").trim().slice(0, 80) || "unknown" };
}

async function pidFromProc(port: number): Promise<number | undefined> {
  const inodes = new Set<string>();
  for (const table of ["/proc/net/tcp", "/proc/net/tcp6"]) {
    for (const line of (await readFile(table, "utf8").catch(() => "")).split("\n").slice(1)) {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
      const listening = state === "0A" && Number.parseInt(local?.split(":").at(-1) ?? "", 16) === port;
      if (listening && inode) inodes.add(`socket:[${inode}]`);
    }
  }
  const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/.test(name));
  for (const pid of pids) {
    for (const fd of await readdir(`/proc/${pid}/fd`).catch(() => [])) {
      if (inodes.has(await readlink(`/proc/${pid}/fd/${fd}`).catch(() => ""))) return Number(pid);
    }
  }
  return undefined;
}

function pidFromLsof(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    execFile("lsof", ["-nP", "-t", `-iTCP:${port}`, "-sTCP:LISTEN"], (_error, stdout) => {
      resolve(Number.parseInt(stdout, 10) || undefined);
    });
  });
}
