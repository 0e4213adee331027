import { exitOf, nodeOptions, startNode } from "./child.ts";
import { openDatabase } from "./database.ts";
import { commandEnvironment } from "./environment.ts";
import { run } from "./setup-error.ts";
import { generateWhenStale } from "./stale.ts";

// Proves on the live data what Slotwell promises about it; the app may run meanwhile.
await run(async () => {
  await generateWhenStale();
  const database = await openDatabase(commandEnvironment());
  try {
    const variables = { DATABASE_APP_URL: database.appUrl, DATABASE_URL: "" };
    return await exitOf(startNode([...nodeOptions, "bin/verify-process.ts"], variables));
  } finally {
    await database.close();
  }
});
