import { getDoctorEndpoint } from "#lib/api/server/clinics.ts";
import { serve } from "../../../_serve/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(getDoctorEndpoint);
