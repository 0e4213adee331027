import { type ChildProcess, type StdioOptions, spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SetupError } from "./setup-error.ts";

export const projectFolder = join(import.meta.dirname, "..");

/** How every TypeScript command of this project is run. */
export const nodeOptions = ["--conditions=react-server", "--disable-warning=ExperimentalWarning"];

export type Variables = Record<string, string | undefined>;

/** Starts Node on a script of this project or of a package, with the shell's settings and those given here. */
export function startNode(
  args: string[],
  variables: Variables = {},
  stdio: "inherit" | "pipe" = "inherit",
): ChildProcess {
  return started(args, variables, stdio === "inherit" ? "inherit" : ["ignore", "pipe", "pipe"]);
}

/** The same for one that serves: it ends when this process does, however that happens. Its output is piped. */
export function startBoundNode(args: string[], variables: Variables = {}): ChildProcess {
  const guard = pathToFileURL(join(import.meta.dirname, "end-with-parent.ts")).href;
  return started(["--import", guard, ...args], variables, "pipe");
}

function started(args: string[], variables: Variables, stdio: StdioOptions): ChildProcess {
  const child = spawn(process.execPath, args, { cwd: projectFolder, env: { ...process.env, ...variables }, stdio });
  running.add(child);
  child.once("close", () => running.delete(child));
  return child;
}

const running = new Set<ChildProcess>();
let stopping = false;

/** From now on a request to stop ends the children first, so that the caller can tidy up after them. */
export function stopChildrenOnSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stopChildren);
  // A launcher that was killed cannot pass anything on.
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stopChildren(), parentCheckMs).unref();
}

function stopChildren(): void {
  if (stopping) return;
  stopping = true;
  for (const child of running) {
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), stopPatienceMs).unref();
  }
}

/** Whether somebody asked this process to stop. */
export function isStopping(): boolean {
  return stopping;
}

const stopPatienceMs = 10_000;
const parentCheckMs = 500;

/** Waits for its end. @returns the exit code; 128 + n, as shells have it, when a signal ended it. */
export function exitOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve(code ?? (signal ? 130 : 1)));
  });
}

/** Runs a step whose output is of interest only when it fails. @throws SetupError with that output. */
export async function runQuietly(name: string, args: string[], variables: Variables = {}): Promise<string> {
  const child = startNode(args, variables, "pipe");
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  if ((await exitOf(child)) !== 0 && !stopping) throw new SetupError(`${name} failed:\n\n${output.trim()}`);
  return output;
}
