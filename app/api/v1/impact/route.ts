import { impactEndpoint } from "#lib/api/server/impact.ts";
import { serve } from "../../_serve/serve.ts";

export const POST = serve(impactEndpoint);
