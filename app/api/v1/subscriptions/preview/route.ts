import { previewPlanEndpoint } from "#lib/api/server/plans.ts";
import { serve } from "../../../_serve/serve.ts";

export const POST = serve(previewPlanEndpoint);
