import { addClosureEndpoint, listClosuresEndpoint } from "#lib/api/server/closures.ts";
import { serve } from "../../_serve/serve.ts";

export const GET = serve(listClosuresEndpoint);
export const POST = serve(addClosureEndpoint);
