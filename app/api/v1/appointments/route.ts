import { bookAppointmentEndpoint, listAppointmentsEndpoint } from "#lib/api/server/appointments.ts";
import { serve } from "../../_serve/serve.ts";

export const GET = serve(listAppointmentsEndpoint);
export const POST = serve(bookAppointmentEndpoint);
