import { cancelGuestVisitEndpoint } from "#lib/api/server/guest-plans.ts";
import { serve } from "../../../../../../../_serve/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(cancelGuestVisitEndpoint);
