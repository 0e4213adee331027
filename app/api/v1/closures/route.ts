import { addClosureEndpoint, listClosuresEndpoint } from "#lib/api/server/closures.ts";
import { serve } from "../../_serve/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listClosuresEndpoint, addClosureEndpoint);
