import { endServiceEndpoint, updateServiceEndpoint } from "#lib/api/server/services.ts";
import { serve } from "../../../_serve/serve.ts";

export const PATCH = serve(updateServiceEndpoint);
export const DELETE = serve(endServiceEndpoint);
