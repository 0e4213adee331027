import { createHash } from "node:crypto";
import { glob, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { projectFolder, runQuietly } from "./child.ts";
import { withLock } from "./lock.ts";
import { step } from "./progress.ts";

const generated = join(projectFolder, "lib", "db", "generated");
const clientSources = ["prisma/schema.prisma", "package-lock.json"];
const buildSources = [
  ...["app/**", "components/**", "lib/**", "messages/**", "public/**", "prisma/schema.prisma"],
  ...["package-lock.json", "tsconfig.json", "{next,postcss}.config.{ts,mjs}", "{proxy,instrumentation}.ts"],
];
/** A build must not depend on any installation: modules may be loaded, but no database answers them. */
const buildVariables = {
  NODE_ENV: "production",
  NEXT_TELEMETRY_DISABLED: "1",
  DATABASE_URL: "",
  DATABASE_APP_URL: "postgresql://nobody:nothing@127.0.0.1:9/none",
  SLOTWELL_SECRET: "only-while-building-".repeat(2),
};
const lock = join(projectFolder, "node_modules", ".slotwell.lock");

/** Generates Prisma's client when the schema changed since; without the download that `prisma generate` would try. */
export async function generateWhenStale(): Promise<void> {
  await whenStale(join(generated, ".made-from"), clientSources, "Generating the database client", async () => {
    const prisma = join(projectFolder, "node_modules", "prisma", "build", "index.js");
    // Generating needs no engine, yet looks for one: any program will do.
    const variables = { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" };
    await runQuietly("Generating the database client", [prisma, "generate", "--no-hints"], variables);
  });
}

/** Builds the pages when anything they are made of changed since. */
export async function buildWhenStale(): Promise<void> {
  await generateWhenStale();
  await whenStale(join(projectFolder, ".next", ".made-from"), buildSources, "Building the pages", async () => {
    const next = join(projectFolder, "node_modules", "next", "dist", "bin", "next");
    await runQuietly("Building the pages", [next, "build"], buildVariables);
  });
}

async function whenStale(stamp: string, sources: string[], name: string, make: () => Promise<void>): Promise<void> {
  const fresh = async () => (await readFile(stamp, "utf8").catch(() => "")) === (await fingerprint(sources));
  if (await fresh()) return;
  await withLock(
    lock,
    async () => {
      if (await fresh()) return;
      step(`${name} …`);
      const madeFrom = await fingerprint(sources);
      await make();
      await mkdir(dirname(stamp), { recursive: true });
      await writeFile(stamp, madeFrom);
    },
    (pid) => step(`Waiting for process ${pid}, which is at it already`),
  );
}

/** A digest of the names and contents of all files the patterns find. */
async function fingerprint(patterns: string[]): Promise<string> {
  const files: string[] = [];
  for await (const file of glob(patterns, { cwd: projectFolder, exclude: ["lib/db/generated/**", "**/*.test.ts"] })) {
    files.push(file);
  }
  const hash = createHash("sha256").update(process.version);
  for (const file of files.sort()) {
    const path = join(projectFolder, file);
    if ((await stat(path)).isFile()) hash.update(`\0${file}\0`).update(await readFile(path));
  }
  return hash.digest("hex");
}
