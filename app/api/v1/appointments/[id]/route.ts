import { getAppointmentEndpoint, updateAppointmentEndpoint } from "#lib/api/server/appointments.ts";
import { serve } from "../../../_serve/serve.ts";

export const GET = serve(getAppointmentEndpoint);
export const PATCH = serve(updateAppointmentEndpoint);
