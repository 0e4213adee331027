import { exitOf, nodeOptions, startBoundNode, stopChildrenOnSignals } from "./child.ts";
import { openDatabase } from "./database.ts";
import { commandEnvironment } from "./environment.ts";
import { secondsSince, step } from "./progress.ts";
import { sessionKey } from "./secret.ts";
import { run } from "./setup-error.ts";
import { siteVariables } from "./site.ts";
import { generateWhenStale } from "./stale.ts";

// The background work in a process of its own: beside web nodes that run with SLOTWELL_WORKER=apart, or besides theirs.
await run(async () => {
  const begun = performance.now();
  const env = commandEnvironment();
  stopChildrenOnSignals();
  const secret = await sessionKey(env, "start");
  await generateWhenStale();
  const database = await openDatabase(env);
  try {
    const { embedded: demo, appUrl } = database;
    const { port, siteUrl, dataDir } = env;
    const variables = siteVariables({ appUrl, demo, port, siteUrl, dataDir, secret }, "start");
    const worker = startBoundNode([...nodeOptions, "bin/worker-process.ts"], variables);
    worker.stdout?.pipe(process.stdout);
    worker.stderr?.pipe(process.stderr);
    step(`The worker is up (${secondsSince(begun)}). Stop it with Ctrl-C.`);
    return await exitOf(worker);
  } finally {
    await database.close();
  }
});
