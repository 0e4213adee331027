import { getCapacityEndpoint } from "#lib/api/server/capacity.ts";
import { serve } from "../../_serve/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(getCapacityEndpoint);
