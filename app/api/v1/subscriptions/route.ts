import { createPlanEndpoint, listPlansEndpoint } from "#lib/api/server/plans.ts";
import { serve } from "../../_serve/serve.ts";

export const GET = serve(listPlansEndpoint);
export const POST = serve(createPlanEndpoint);
