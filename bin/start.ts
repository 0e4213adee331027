import { serve } from "./serve.ts";
import { run } from "./setup-error.ts";

await run(() => serve("start"));
