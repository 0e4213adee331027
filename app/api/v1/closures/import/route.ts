import { importClosuresEndpoint } from "#lib/api/server/closures.ts";
import { serve } from "../../../_serve/serve.ts";

export const POST = serve(importClosuresEndpoint);
