import { closeDatabase } from "#lib/db/client.ts";
import { env } from "#lib/env.ts";
import seed from "#prisma/seed.ts";
import { run } from "./setup-error.ts";

await run(async () => {
  const { databaseUrl: ownerUrl, databaseAppUrl: applicationUrl } = env();
  if (!ownerUrl || !applicationUrl) throw new Error("Started by bin/seed.ts with both URLs set.");
  await seed({ ownerUrl, applicationUrl });
  await closeDatabase();
  return 0;
});
