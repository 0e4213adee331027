import { extendHoldEndpoint } from "#lib/api/server/holds.ts";
import { serve } from "../../../../_serve/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(extendHoldEndpoint);
