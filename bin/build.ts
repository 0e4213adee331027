import { run } from "./setup-error.ts";
import { buildWhenStale } from "./stale.ts";

await run(async () => {
  await buildWhenStale();
  return 0;
});
