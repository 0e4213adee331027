import { addWindowEndpoint, listWindowsEndpoint } from "#lib/api/server/doctor-time.ts";
import { serve } from "../../../../_serve/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listWindowsEndpoint, addWindowEndpoint);
