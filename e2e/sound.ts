import { nodeOptions, runQuietly } from "#bin/child.ts";

/** Fails, with what it found, unless every promise about the data of this database holds. */
export async function expectSound(appUrl: string): Promise<void> {
  const variables = { DATABASE_APP_URL: appUrl, DATABASE_URL: "" };
  await runQuietly("Proving the promises", [...nodeOptions, "bin/verify-process.ts"], variables);
}
