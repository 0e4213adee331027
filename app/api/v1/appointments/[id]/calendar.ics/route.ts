import { appointmentFileEndpoint } from "#lib/api/server/appointments.ts";
import { serve } from "../../../../_serve/serve.ts";

export const GET = serve(appointmentFileEndpoint);
