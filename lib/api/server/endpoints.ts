import "server-only";
import { endTokenEndpoint, makeTokenEndpoint } from "./access.ts";
import {
  bookAppointmentEndpoint,
  bulkAppointmentsEndpoint,
  cancelAppointmentEndpoint,
  getAppointmentEndpoint,
  listAppointmentsEndpoint,
  rescheduleAppointmentEndpoint,
  updateAppointmentEndpoint,
} from "./appointments.ts";
import {
  availabilityEndpoint,
  explainEndpoint,
  nextAvailabilityEndpoint,
  overviewEndpoint,
  slotsEndpoint,
} from "./availability.ts";
import type { Endpoint } from "./call.ts";
import { getDoctorEndpoint, listClinicsEndpoint, listDoctorsEndpoint, listServicesEndpoint } from "./clinics.ts";
import { documentEndpoint, healthEndpoint, readyEndpoint } from "./service.ts";

/** Every call of the API, in the document's order. */
export const endpoints: readonly Endpoint[] = [
  healthEndpoint,
  readyEndpoint,
  documentEndpoint,
  makeTokenEndpoint,
  endTokenEndpoint,
  listClinicsEndpoint,
  listServicesEndpoint,
  listDoctorsEndpoint,
  getDoctorEndpoint,
  availabilityEndpoint,
  nextAvailabilityEndpoint,
  overviewEndpoint,
  explainEndpoint,
  slotsEndpoint,
  listAppointmentsEndpoint,
  bookAppointmentEndpoint,
  bulkAppointmentsEndpoint,
  getAppointmentEndpoint,
  updateAppointmentEndpoint,
  cancelAppointmentEndpoint,
  rescheduleAppointmentEndpoint,
];
