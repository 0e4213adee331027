import { impactEndpoint } from "#lib/api/server/impact.ts";
import { serve } from "../../_serve/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(impactEndpoint);
