import { createFirstAdminLink } from "#lib/accounts/server/first-admin.ts";
import { closeDatabase } from "#lib/db/client.ts";
import { run } from "./setup-error.ts";

await run(async () => {
  const link = await createFirstAdminLink();
  if (link) console.log(link);
  await closeDatabase();
  return 0;
});
