import { changeClosureEndpoint, removeClosureEndpoint } from "#lib/api/server/closures.ts";
import { serve } from "../../../_serve/serve.ts";

export const PATCH = serve(changeClosureEndpoint);
export const DELETE = serve(removeClosureEndpoint);
