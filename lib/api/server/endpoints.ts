import "server-only";
import {
  bookAppointmentEndpoint,
  bulkAppointmentsEndpoint,
  cancelAppointmentEndpoint,
  getAppointmentEndpoint,
  listAppointmentsEndpoint,
  rescheduleAppointmentEndpoint,
  updateAppointmentEndpoint,
} from "./appointments.ts";
import type { Endpoint } from "./call.ts";
import { documentEndpoint, healthEndpoint, readyEndpoint } from "./service.ts";

/** Every call of the API, in the document's order. */
export const endpoints: readonly Endpoint[] = [
  healthEndpoint,
  readyEndpoint,
  documentEndpoint,
  listAppointmentsEndpoint,
  bookAppointmentEndpoint,
  bulkAppointmentsEndpoint,
  getAppointmentEndpoint,
  updateAppointmentEndpoint,
  cancelAppointmentEndpoint,
  rescheduleAppointmentEndpoint,
];
