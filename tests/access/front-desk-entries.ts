import { daySheet } from "#lib/scheduling/server/appointments/day-sheet.ts";
import { missedAppointments } from "#lib/scheduling/server/appointments/missed-appointments.ts";
import { updateAppointment } from "#lib/scheduling/server/appointments/update-appointment.ts";
import { waiveNoShow } from "#lib/scheduling/server/appointments/waive-no-show.ts";
import { deskAvailability } from "#lib/scheduling/server/availability/desk-availability.ts";
import { bookBundle } from "#lib/scheduling/server/booking/book-bundle.ts";
import { findBundle } from "#lib/scheduling/server/booking/find-bundle.ts";
import { findPatient, searchPatients } from "#lib/scheduling/server/booking/search-patients.ts";
import { searchClinic } from "#lib/scheduling/server/search/search-clinic.ts";
import { monday, earlyMonday as now } from "../factories.ts";
import { type Entry, everyone, staffOnly } from "./entry.ts";
import { canaries } from "./scene.ts";

export const frontDeskEntries: Entry[] = [
  {
    name: "bookBundle",
    asking: "for a time that is taken",
    call: (actor, { clinicId, serviceId, doctorId, startsAt }) =>
      bookBundle(actor, { clinicId, items: [1, 2].map(() => ({ serviceId, doctorId })), startsAt }, now),
    expected: { ...everyone("DOCTOR_BUSY"), ownPatient: "SAME_PATIENT" },
  },
  {
    name: "findBundle",
    call: (actor, { appointmentId: bundleId }) => findBundle(actor, bundleId, now),
    expected: { ...everyone("nothing"), ownPatient: "ok", ownDoctor: "ok", staff: "ok", admin: "ok" },
  },
  {
    name: "findBundle",
    asking: "as its patient",
    call: (actor, { appointmentId: bundleId }) => findBundle(actor, bundleId, now, "patient"),
    expected: { ...everyone("nothing"), ownPatient: "ok" },
  },
  {
    name: "updateAppointment",
    call: (actor, { appointmentId: id }) => updateAppointment(actor, { id, urgent: true, internalNotes: "Deaf" }),
    expected: { ...staffOnly, ownDoctor: "ok", ownPatient: "FORBIDDEN" },
  },
  {
    name: "waiveNoShow",
    asking: "of an appointment that is still to come",
    call: (actor, { appointmentId: id }) => waiveNoShow(actor, { id }),
    expected: { ...everyone("NOT_FOUND"), staff: "ILLEGAL_TRANSITION", admin: "ILLEGAL_TRANSITION" },
  },
  {
    name: "missedAppointments",
    call: (actor, { appointmentId }) => missedAppointments(actor, appointmentId),
    expected: { ...everyone("nothing"), ownDoctor: "ok", staff: "ok", admin: "ok" },
  },
  {
    name: "searchPatients",
    call: (actor, { clinicId }) => searchPatients(actor, { clinicId, search: canaries.name }),
    expected: staffOnly,
  },
  {
    name: "searchClinic",
    asking: "at the front desk",
    call: (actor, { clinicId }) => searchClinic(actor, { clinicId, search: canaries.name, as: "staff" }, now),
    expected: staffOnly,
  },
  {
    name: "searchClinic",
    asking: "as a doctor, who finds their own patients alone",
    call: async (actor, { clinicId }) => {
      const found = await searchClinic(actor, { clinicId, search: canaries.name, as: "doctor" }, now);
      return found.ok && found.value.appointments.length > 0 ? found : [];
    },
    expected: { ...everyone("nothing"), ownDoctor: "ok" },
  },
  {
    name: "daySheet",
    call: (actor, { clinicId }) => daySheet(actor, { clinicId, localDate: monday }, now),
    expected: staffOnly,
  },
  {
    name: "findPatient",
    call: (actor, { clinicId, patientId }) => findPatient(actor, { clinicId, patientId }),
    expected: staffOnly,
  },
  {
    name: "deskAvailability",
    call: (actor, { clinicId, serviceId }) =>
      deskAvailability(actor, { clinicId, serviceId, from: monday, to: monday }, now),
    expected: staffOnly,
  },
];
