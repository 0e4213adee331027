import { closeDatabase } from "#lib/db/client.ts";
import { startBackground, stopBackground } from "#lib/jobs/server/background.ts";
import { run } from "./setup-error.ts";

await run(async () => {
  startBackground();
  // Its timers do not keep a process alive.
  const beat = setInterval(() => {}, 60_000);
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, resolve);
  });
  clearInterval(beat);
  await stopBackground();
  await closeDatabase();
  return 0;
});
