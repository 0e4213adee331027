import { type SpawnOptions, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Binaries, binariesIn } from "./postgres-binaries.ts";
import { SetupError } from "./setup-error.ts";

/** Where a cluster lies and how its programs are run: PostgreSQL refuses to run as root. */
export interface Account {
  binaries: Binaries;
  dataFolder: string;
  command(program: string, args: string[]): { program: string; args: string[]; options: SpawnOptions };
}

interface Person {
  name: string;
  uid: number;
  gid: number;
}

const sharedFolder = "/var/lib/slotwell";

/** @param dataFolder the cluster's folder, which may not exist yet. */
export async function chooseAccount(dataFolder: string, binaries: Binaries): Promise<Account> {
  const direct: Account = { binaries, dataFolder, command: (program, args) => ({ program, args, options: {} }) };
  if (process.getuid?.() !== 0) return direct;
  const owner = await stat(dataFolder).catch(() => undefined);
  if (owner && owner.uid !== 0) return asPerson(direct, owner, true);
  const people = await accounts();
  const namespaced = inNamespace(direct, people);
  if (namespaced) return namespaced;
  return asPerson(
    direct,
    people.find((person) => person.name === "postgres") ?? (await makeUser()),
    owner !== undefined,
  );
}

/** Root, mapped to an ordinary user inside a user namespace: works in any folder and makes no account. */
function inNamespace(direct: Account, people: Person[]): Account | undefined {
  // initdb looks its user up by name, so the number must belong to somebody.
  const person = ["postgres", "daemon", "nobody"].map((name) => people.find((p) => p.name === name)).find(Boolean);
  if (!person) return undefined;
  const wrapper = ["--user", `--map-user=${person.uid}`, `--map-group=${person.gid}`, "--"];
  if (spawnSync("unshare", [...wrapper, direct.binaries.postgres, "--version"]).status !== 0) return undefined;
  const command: Account["command"] = (program, args) => ({
    program: "unshare",
    args: [...wrapper, program, ...args],
    options: {},
  });
  return { ...direct, command };
}

/** The way where user namespaces are off, as in most containers: another user, and folders it can reach. */
async function asPerson(
  direct: Account,
  { uid, gid }: { uid: number; gid: number },
  exists: boolean,
): Promise<Account> {
  const options = { uid, gid, cwd: "/" };
  const may = (program: string, ...args: string[]) => spawnSync(program, args, options).status === 0;

  let { binaries, dataFolder } = direct;
  if (!may(binaries.postgres, "--version")) {
    const copy = binariesIn(join(sharedFolder, `postgresql-${digest(binaries.root)}`));
    await cp(binaries.root, copy.root, { recursive: true, force: false, verbatimSymlinks: true });
    binaries = copy;
  }
  if (!may("test", "-x", dirname(dataFolder))) {
    if (exists) throw new SetupError(unreachable(dataFolder));
    dataFolder = join(sharedFolder, digest(dataFolder), "postgres");
  }
  await mkdir(dirname(dataFolder), { recursive: true, mode: 0o755 });
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  if ((await stat(dataFolder)).uid !== uid) spawnSync("chown", ["-R", `${uid}:${gid}`, dataFolder]);
  if (!may(binaries.postgres, "--version") || !may("test", "-w", dataFolder)) {
    throw new SetupError(unreachable(dataFolder));
  }
  return { binaries, dataFolder, command: (program, args) => ({ program, args, options }) };
}

function unreachable(folder: string): string {
  return (
    `PostgreSQL refuses to run as root, and the user it would run as cannot reach ${folder}. ` +
    "Set SLOTWELL_DATA_DIR to a folder outside root's home (move the present one there, if there is one), " +
    "or start Slotwell as an ordinary user."
  );
}

async function makeUser(): Promise<Person> {
  spawnSync("useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"]);
  const made = (await accounts()).find((person) => person.name === "postgres");
  if (made) return made;
  throw new SetupError(
    "PostgreSQL refuses to run as root, and neither a user namespace nor a user named postgres could be made. " +
      "Start Slotwell as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 or newer.",
  );
}

async function accounts(): Promise<Person[]> {
  const lines = (await readFile("/etc/passwd", "utf8").catch(() => "")).split("\n");
  return lines
    .map((line) => line.split(":"))
    .map(([name = "", , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((person) => person.uid > 0);
}

function digest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 12);
}
