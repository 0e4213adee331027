import { serve } from "../../_serve/serve.ts";

/** Whatever has no address of its own. */
export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve();
