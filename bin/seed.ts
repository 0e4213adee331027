import { existsSync } from "node:fs";
import { join } from "node:path";
import { nodeOptions, projectFolder, runQuietly } from "./child.ts";
import type { Seed } from "./database.ts";

/** Fills the demo clinic, in a process of its own that connects as the application does. */
export const seedDemo: Seed = async ({ ownerUrl, applicationUrl }) => {
  if (!existsSync(join(projectFolder, "prisma", "seed.ts"))) return;
  const variables = { DATABASE_URL: ownerUrl, DATABASE_APP_URL: applicationUrl, SLOTWELL_SECRET: unusedSecret };
  await runQuietly("Filling the demo clinic", [...nodeOptions, "bin/seed-process.ts"], variables);
};

/** Nobody signs in while the demo is made. */
const unusedSecret = "0".repeat(32);
