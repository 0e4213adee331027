import { slotsEndpoint } from "#lib/api/server/availability.ts";
import { serve } from "../../_serve/serve.ts";

export const GET = serve(slotsEndpoint);
