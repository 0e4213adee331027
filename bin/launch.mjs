// Runs one of the project's TypeScript commands with the pinned Node, and installs what is missing before.
// Plain JavaScript without dependencies: the first thing a fresh clone runs, by whatever Node the machine has.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const project = join(dirname(fileURLToPath(import.meta.url)), "..");
const modules = join(project, "node_modules");
const windows = process.platform === "win32";
const pinnedNode = join(modules, "node", "bin", windows ? "node.exe" : "node");
const installLock = join(project, ".npm-install.lock");

const [script, ...args] = process.argv.slice(2);
const production = process.env.NODE_ENV === "production" && script === "bin/start.ts";

function fail(sentence) {
  console.error(`\n${sentence}\n`);
  process.exit(1);
}

/** @returns {Record<string, {version?: string, optional?: boolean, devOptional?: boolean, dev?: boolean}> | undefined} */
function packagesOf(lockfile) {
  try {
    return JSON.parse(readFileSync(lockfile, "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** Whether node_modules holds what package-lock.json asks for; npm keeps a list of what it put there. */
function isInstalled() {
  const wanted = packagesOf(join(project, "package-lock.json")) ?? {};
  const present = packagesOf(join(modules, ".package-lock.json"));
  if (!present || !existsSync(pinnedNode)) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional, dev }]) => {
    const spared = optional || (production && (dev || devOptional));
    return path === "" || present[path]?.version === version || (spared && !present[path]);
  });
}

/** The environment without the pinned Node's folder, which an installation replaces while it runs. */
function hostEnvironment() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const PATH = folders.filter((folder) => !folder.startsWith(modules)).join(delimiter);
  // Prisma's engine is not used here, so its package need not try to download it.
  return { ...process.env, PATH, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath };
}

function npm(...commands) {
  const env = hostEnvironment();
  const cli = process.env.npm_execpath;
  const options = { cwd: project, env, stdio: "inherit" };
  if (cli?.endsWith(".js")) return spawnSync("node", [cli, ...commands], options).status;
  return spawnSync("npm", commands, { ...options, shell: windows }).status;
}

function install() {
  if (isInstalled()) return;
  console.log("· Installing packages (takes a minute, only now and after updates) …");
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  if (npm("ci", ...quiet, production ? "--omit=dev" : "--include=dev") !== 0) {
    fail(
      "The packages could not be installed; npm says why above. Check the connection to the npm registry, and try again.",
    );
  }
  if (!existsSync(pinnedNode)) npm("rebuild", "node", ...quiet);
  if (!existsSync(pinnedNode))
    fail("npm did not install Node 26 (package `node`). Allow its install script and run `npm rebuild node`.");
}

function holderOfLock() {
  try {
    const pid = Number(readFileSync(installLock, "utf8"));
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === "EPERM" ? -1 : 0;
  }
}

/** Two starts at once: the second waits until the first has installed. */
function withInstallLock(work) {
  for (let told = false; ; told = true) {
    try {
      writeFileSync(installLock, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") fail(`The project's folder ${project} cannot be written to: ${error.message}`);
    }
    const age = Date.now() - (statSync(installLock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (!holderOfLock() && age > 1000) rmSync(installLock, { force: true });
    else if (!told) console.log("· Waiting for another start, which is installing packages …");
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  try {
    work();
  } finally {
    rmSync(installLock, { force: true });
  }
}

if (!script) fail("Use the scripts in package.json, such as `npm start`.");
if (Number(process.versions.node.split(".")[0]) < 18)
  fail(`Node ${process.version} is too old to set Slotwell up: install Node 18 or newer.`);
if (!isInstalled()) withInstallLock(install);

const child = spawn(
  pinnedNode,
  ["--conditions=react-server", "--disable-warning=ExperimentalWarning", script, ...args],
  {
    cwd: project,
    stdio: "inherit",
    env: {
      // Compiled once, loaded by every process after: workers and tests start in half the time.
      NODE_COMPILE_CACHE: join(modules, ".cache", "node"),
      ...process.env,
      PATH: [join(modules, ".bin"), process.env.PATH].join(delimiter),
    },
  },
);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
// The shell that npm puts in between dies of a signal without passing it on.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && child.kill("SIGTERM"), 500).unref();
child.on("error", (error) => fail(`Node 26 could not be started (${error.message}). Run \`npm ci\` and try again.`));
child.on("exit", (code, signal) => process.exit(code ?? (signal ? 130 : 1)));
