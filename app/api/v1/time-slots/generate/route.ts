import { generateTimeSlotsEndpoint } from "#lib/api/server/time-slots.ts";
import { serve } from "../../../_serve/serve.ts";

export const POST = serve(generateTimeSlotsEndpoint);
