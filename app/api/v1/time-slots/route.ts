import { listTimeSlotsEndpoint } from "#lib/api/server/time-slots.ts";
import { serve } from "../../_serve/serve.ts";

export const GET = serve(listTimeSlotsEndpoint);
