import { listServicesEndpoint } from "#lib/api/server/clinics.ts";
import { createServiceEndpoint } from "#lib/api/server/services.ts";
import { serve } from "../../_serve/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listServicesEndpoint, createServiceEndpoint);
