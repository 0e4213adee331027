import { getGuestPlanEndpoint } from "#lib/api/server/guest-plans.ts";
import { serve } from "../../../../_serve/serve.ts";

export const GET = serve(getGuestPlanEndpoint);
