import { endServiceEndpoint, updateServiceEndpoint } from "#lib/api/server/services.ts";
import { serve } from "../../../_serve/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(updateServiceEndpoint, endServiceEndpoint);
