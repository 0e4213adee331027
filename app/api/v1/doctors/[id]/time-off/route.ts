import { addTimeOffEndpoint, listTimeOffEndpoint } from "#lib/api/server/doctor-time.ts";
import { serve } from "../../../../_serve/serve.ts";

export const GET = serve(listTimeOffEndpoint);
export const POST = serve(addTimeOffEndpoint);
