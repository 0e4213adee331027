import { healthEndpoint } from "#lib/api/server/service.ts";
import { serve } from "../../_serve/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(healthEndpoint);
