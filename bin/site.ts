import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { exitOf, projectFolder, startBoundNode } from "./child.ts";

export type Serving = "start" | "dev";

export interface SiteSettings {
  /** The database as the application role connects to it; the web process never sees the owner's URL. */
  appUrl: string;
  /** Whether the accounts of the demo clinic may be shown to everybody. */
  demo: boolean;
  port: number;
  siteUrl: string;
  secret: string;
  dataDir: string;
}

/** The environment of the web process, and of whatever else works on its behalf. */
export function siteVariables({ appUrl, demo, port, siteUrl, secret, dataDir }: SiteSettings, serving: Serving) {
  return {
    NODE_ENV: serving === "start" ? "production" : "development",
    NEXT_TELEMETRY_DISABLED: "1",
    NEXTAUTH_URL: siteUrl,
    DATABASE_APP_URL: appUrl,
    DATABASE_URL: "",
    PORT: String(port),
    SLOTWELL_DATA_DIR: dataDir,
    SLOTWELL_DEMO: demo ? "1" : "",
    SLOTWELL_SECRET: secret,
    SLOTWELL_URL: siteUrl,
  };
}

export interface Site {
  /** Becomes true when it answers, false when it ended before. */
  ready: Promise<boolean>;
  /** The exit code. */
  ended: Promise<number>;
  stop(): Promise<void>;
}

/**
 * Starts Next's server. What it prints is held back until it answers, and dropped then.
 * @param onOutput gets all it prints from then on, or everything when it ends before.
 */
export function startSite(settings: SiteSettings, serving: Serving, onOutput: (text: Buffer) => void): Site {
  const next = join(projectFolder, "node_modules", "next", "dist", "bin", "next");
  const args = [next, serving, "--port", String(settings.port)];
  const child = startBoundNode(args, siteVariables(settings, serving));
  let held: Buffer[] | undefined = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (text: Buffer) => (held ? held.push(text) : onOutput(text)));
  }
  const ended = exitOf(child);
  const ready = Promise.race([answers(settings.port), ended.then(() => false)]).then((answered) => {
    if (!answered) onOutput(Buffer.concat(held ?? []));
    held = undefined;
    return answered;
  });
  return { ready, ended, stop: () => end(child, ended) };
}

async function end(child: ChildProcess, ended: Promise<number>): Promise<void> {
  child.kill("SIGTERM");
  const patience = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(patience);
}

async function answers(port: number): Promise<true> {
  for (;;) {
    const reached = await fetch(`http://127.0.0.1:${port}/api/v1/health`).catch(() => undefined);
    if (reached) return true;
    await sleep(50);
  }
}
