import { acceptOfferEndpoint } from "#lib/api/server/waitlist.ts";
import { serve } from "../../../../../_serve/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(acceptOfferEndpoint);
