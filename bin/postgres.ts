import { randomBytes } from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { withLock } from "./lock.ts";
import { freePort } from "./port.ts";
import { chooseAccount } from "./postgres-account.ts";
import { installedBinaries } from "./postgres-binaries.ts";
import { findRunning, initialise, launch, type Server, stop, urlOf } from "./postgres-cluster.ts";
import { explainFailure } from "./postgres-failure.ts";
import { joinUsers, leaveUsers } from "./postgres-users.ts";
import { SetupError } from "./setup-error.ts";

const portAttempts = 3;

export interface EmbeddedPostgres {
  /** The superuser's URL of a database on this server. */
  url(database: string): string;
  pid: number;
  /** Stops the server, unless another process of this machine uses it too. */
  close(): Promise<void>;
}

export interface PostgresOptions {
  /** Called before a step that takes a moment. */
  report?: (step: string) => void;
  /** False gives up durability for speed: for tests that test none. */
  durable?: boolean;
}

/** What is remembered between starts, in a file for nobody but the owner. */
interface Memory extends Server {
  /** Where the cluster lies: in the data folder, or where the user that runs PostgreSQL can reach it. */
  folder: string;
}

/**
 * Starts the built-in PostgreSQL of a data folder, made on first use, or joins the one that runs there already.
 * It listens on loopback only, asks for a password, and is stopped by the last process that closes it.
 */
export async function startPostgres(dataDir: string, options: PostgresOptions = {}): Promise<EmbeddedPostgres> {
  const lock = join(dataDir, "postgres.lock");
  await makeDataDir(dataDir);
  return withLock(
    lock,
    async () => {
      await joinUsers(dataDir);
      try {
        const { server, pid } = await ensureRunning(dataDir, options);
        return {
          pid,
          url: (database) => urlOf(server, database),
          close: () => withLock(lock, async () => ((await leaveUsers(dataDir)) ? undefined : stop(pid))),
        };
      } catch (error) {
        await leaveUsers(dataDir);
        throw error;
      }
    },
    (pid) => options.report?.(`Waiting for process ${pid}, which is starting the database`),
  );
}

async function ensureRunning(dataDir: string, { report, durable = true }: PostgresOptions) {
  const file = join(dataDir, "postgres.json");
  const memory = await recall(file);
  const account = await chooseAccount(memory?.folder ?? join(dataDir, "postgres"), await installedBinaries());
  const exists = await stat(join(account.dataFolder, "PG_VERSION")).catch(() => undefined);
  if (exists && !memory) {
    throw new SetupError(
      `${file}, which holds the database's password, is gone. Put it back from a backup, ` +
        `or remove ${account.dataFolder} to begin with an empty database.`,
    );
  }
  const server: Memory = {
    port: memory?.port ?? 0,
    password: memory?.password ?? randomBytes(24).toString("base64url"),
    folder: account.dataFolder,
  };
  const remember = () => writeFile(file, `${JSON.stringify(server)}\n`, { mode: 0o600 });
  if (exists) {
    const pid = await findRunning(account.dataFolder, server);
    if (pid) return { server, pid };
  } else {
    report?.("Creating the database server");
    await remember();
    await initialise(account, server.password);
  }
  report?.("Starting PostgreSQL");
  const log = join(dataDir, "postgres.log");
  for (let attempt = 1; ; attempt++) {
    server.port = await freePort(server.port);
    await remember();
    const pid = await launch(account, server, log, durable);
    if (pid) return { server, pid };
    const output = await readFile(log, "utf8");
    if (attempt === portAttempts || !output.includes("could not bind")) {
      throw explainFailure(output, account.dataFolder);
    }
    server.port = 0;
  }
}

async function recall(file: string): Promise<Memory | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text ? (JSON.parse(text) as Memory) : undefined;
}

/** @throws SetupError when the folder cannot be made or written to. */
export async function makeDataDir(dataDir: string): Promise<void> {
  try {
    // The folder itself may be read by others, as PostgreSQL may run as another user; all in it is closed.
    await mkdir(dataDir, { recursive: true, mode: 0o711 });
    await writeFile(join(dataDir, ".gitignore"), "*\n");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason =
      code === "ENOSPC"
        ? "the disk is full"
        : code === "EACCES" || code === "EPERM"
          ? "this user may not write there"
          : code === "EROFS"
            ? "it is read-only"
            : (error as Error).message;
    throw new SetupError(
      `The data folder ${dataDir} cannot be used: ${reason}. Give it to the user who starts Slotwell ` +
        "(sudo chown -R), or name another one in SLOTWELL_DATA_DIR.",
    );
  }
}
