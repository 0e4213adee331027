import { explainEndpoint } from "#lib/api/server/availability.ts";
import { serve } from "../../../_serve/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(explainEndpoint);
