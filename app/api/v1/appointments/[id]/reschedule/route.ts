import { rescheduleAppointmentEndpoint } from "#lib/api/server/appointments.ts";
import { serve } from "../../../../_serve/serve.ts";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = serve(rescheduleAppointmentEndpoint);
