import { joinWaitlistEndpoint, listWaitlistEndpoint } from "#lib/api/server/waitlist.ts";
import { serve } from "../../_serve/serve.ts";

export const GET = serve(listWaitlistEndpoint);
export const POST = serve(joinWaitlistEndpoint);
