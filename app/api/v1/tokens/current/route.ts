import { endTokenEndpoint } from "#lib/api/server/access.ts";
import { serve } from "../../../_serve/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(endTokenEndpoint);
