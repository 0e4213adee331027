import { resumeGuestPlanEndpoint } from "#lib/api/server/guest-plans.ts";
import { serve } from "../../../../../_serve/serve.ts";

export const POST = serve(resumeGuestPlanEndpoint);
