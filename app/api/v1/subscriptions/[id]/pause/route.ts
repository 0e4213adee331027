import { pausePlanEndpoint } from "#lib/api/server/plans.ts";
import { serve } from "../../../../_serve/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(pausePlanEndpoint);
