import { listAuditEndpoint } from "#lib/api/server/administration.ts";
import { serve } from "../../_serve/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(listAuditEndpoint);
