import { addWindowEndpoint, listWindowsEndpoint } from "#lib/api/server/doctor-time.ts";
import { serve } from "../../../../_serve/serve.ts";

export const GET = serve(listWindowsEndpoint);
export const POST = serve(addWindowEndpoint);
