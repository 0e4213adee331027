import { apiDocument } from "#lib/api/server/document.ts";
import { documentEndpoint } from "#lib/api/server/service.ts";
import { ok } from "#lib/result.ts";
import { serve } from "../../_serve/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve({
  ...documentEndpoint,
  handle: async () => ok(apiDocument()),
});
