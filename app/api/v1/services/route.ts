import { listServicesEndpoint } from "#lib/api/server/clinics.ts";
import { createServiceEndpoint } from "#lib/api/server/services.ts";
import { serve } from "../../_serve/serve.ts";

export const GET = serve(listServicesEndpoint);
export const POST = serve(createServiceEndpoint);
