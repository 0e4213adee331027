import { releaseHoldEndpoint } from "#lib/api/server/holds.ts";
import { serve } from "../../../_serve/serve.ts";

export const DELETE = serve(releaseHoldEndpoint);
