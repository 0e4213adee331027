import { randomUUID } from "node:crypto";
import { grantRole } from "#lib/accounts/server/grant-role.ts";
import { findPerson, listPeople } from "#lib/accounts/server/list-people.ts";
import { revokeRole } from "#lib/accounts/server/revoke-role.ts";
import { watchCapacity } from "#lib/live/server/capacity-stream.ts";
import { findMail, listMail } from "#lib/notifications/server/mail-log.ts";
import { assignResource } from "#lib/scheduling/server/appointments/assign-resource.ts";
import { cancelAppointment } from "#lib/scheduling/server/appointments/cancel-appointment.ts";
import { confirmAppointment } from "#lib/scheduling/server/appointments/confirm-appointment.ts";
import { dayBoard } from "#lib/scheduling/server/appointments/day-board.ts";
import { doctorInbox } from "#lib/scheduling/server/appointments/doctor-inbox.ts";
import { doctorSchedule } from "#lib/scheduling/server/appointments/doctor-schedule.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { listAppointments } from "#lib/scheduling/server/appointments/list-appointments.ts";
import { myAppointments } from "#lib/scheduling/server/appointments/my-appointments.ts";
import { rejectAppointment } from "#lib/scheduling/server/appointments/reject-appointment.ts";
import { transitionAppointment } from "#lib/scheduling/server/appointments/transition-appointment.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { clinicAttention } from "#lib/scheduling/server/clinic/clinic-attention.ts";
import { listResources } from "#lib/scheduling/server/clinic/resources.ts";
import { createResource, updateResource } from "#lib/scheduling/server/clinic/save-resource.ts";
import { createService, updateService } from "#lib/scheduling/server/clinic/save-service.ts";
import { updateClinic } from "#lib/scheduling/server/clinic/update-clinic.ts";
import { extendHold } from "#lib/scheduling/server/holds/extend-hold.ts";
import { findHold, findHoldOf } from "#lib/scheduling/server/holds/find-hold.ts";
import { holdAppointment } from "#lib/scheduling/server/holds/hold-appointment.ts";
import { releaseHold } from "#lib/scheduling/server/holds/release-hold.ts";
import { dayCapacity } from "#lib/scheduling/server/slots/day-capacity.ts";
import { deleteTimeSlot } from "#lib/scheduling/server/slots/delete-time-slot.ts";
import { setDayCapacity } from "#lib/scheduling/server/slots/set-day-capacity.ts";
import { slotCoverage } from "#lib/scheduling/server/slots/slot-coverage.ts";
import { listTimeSlots, slotsReachTo } from "#lib/scheduling/server/slots/time-slots.ts";
import { updateTimeSlot } from "#lib/scheduling/server/slots/update-time-slot.ts";
import { updateTimeSlots } from "#lib/scheduling/server/slots/update-time-slots.ts";
import { acceptOffer } from "#lib/scheduling/server/waitlist/accept-offer.ts";
import { declineOffer } from "#lib/scheduling/server/waitlist/decline-offer.ts";
import { joinWaitlist } from "#lib/scheduling/server/waitlist/join-waitlist.ts";
import { leaveWaitlist } from "#lib/scheduling/server/waitlist/leave-waitlist.ts";
import { clinicWaitlist, myWaitlist } from "#lib/scheduling/server/waitlist/waitlists.ts";
import { monday, earlyMonday as now } from "../factories.ts";
import { accountEntries } from "./account-entries.ts";
import { analyticsEntries } from "./analytics-entries.ts";
import { calendarEntries } from "./calendar-entries.ts";
import { clinicTimeEntries } from "./clinic-time-entries.ts";
import { doctorTimeEntries } from "./doctor-time-entries.ts";
import { doctorWorkspaceEntries } from "./doctor-workspace-entries.ts";
import { adminOnly, type Entry, everyone, staffOnly } from "./entry.ts";
import { frontDeskEntries } from "./front-desk-entries.ts";
import { messageEntries } from "./message-entries.ts";
import { movingEntries } from "./moving-entries.ts";
import { planEntries } from "./plan-entries.ts";
import { reminderEntries } from "./reminder-entries.ts";
import { teamEntries } from "./team-entries.ts";
import { whyAndWhatIfEntries } from "./why-and-what-if-entries.ts";

/** Of a request that waits: patients may not answer it, its doctor and the front desk may. */
const answering = { ...staffOnly, ownDoctor: "ok", ownPatient: "ILLEGAL_TRANSITION" } as const;

const service = { name: "Ear test", durationMinutes: 30, priceAmount: 0, mode: "phone", doctorIds: [] };
const settings = {
  name: "Renamed",
  slotMinutes: 30,
  slotCapacity: 5,
  horizonDays: 30,
  minNoticeMinutes: 0,
  cancelNoticeHours: 0,
  offerMinutes: 120,
};
const wholeMailLog = { states: [], kind: null, before: null };
const range = { from: monday, to: monday };

export const matrix: Entry[] = [
  ...doctorWorkspaceEntries,
  ...whyAndWhatIfEntries,
  ...reminderEntries,
  ...teamEntries,
  ...analyticsEntries,
  ...planEntries,
  ...calendarEntries,
  ...accountEntries,
  {
    name: "joinWaitlist",
    call: (actor, { clinicId, serviceId }) => joinWaitlist(actor, { clinicId, serviceId, untilDate: monday }, now),
    expected: everyone("ok"),
  },
  {
    name: "leaveWaitlist",
    call: (actor, { waitingId: id }) => leaveWaitlist(actor, { id }),
    expected: { ...staffOnly, ownPatient: "ok" },
  },
  {
    name: "acceptOffer",
    call: (actor, { offeredId: id }) => acceptOffer(actor, { id }, now),
    expected: { ...everyone("NOT_FOUND"), ownPatient: "ok" },
  },
  {
    name: "declineOffer",
    call: (actor, { offeredId: id }) => declineOffer(actor, { id }),
    expected: { ...everyone("NOT_FOUND"), ownPatient: "ok" },
  },
  {
    name: "myWaitlist",
    call: (actor) => myWaitlist(actor, now),
    expected: { ...everyone("nothing"), ownPatient: "ok" },
  },
  {
    name: "clinicWaitlist",
    call: (actor, { clinicId }) => clinicWaitlist(actor, { clinicId }, now),
    expected: staffOnly,
  },
  {
    name: "bookAppointment",
    asking: "for a time that is taken",
    call: (actor, { clinicId, serviceId, doctorId, startsAt }) =>
      bookAppointment(actor, { clinicId, serviceId, doctorId, startsAt }, now),
    expected: { ...everyone("DOCTOR_BUSY"), ownPatient: "SAME_PATIENT" },
  },
  {
    name: "bookAppointment",
    asking: "with whoever is free",
    call: (actor, { clinicId, serviceId, startsAt }) =>
      bookAppointment(actor, { clinicId, serviceId, doctorId: null, startsAt }, now),
    expected: { ...everyone("ok"), ownPatient: "SAME_PATIENT" },
  },
  {
    name: "holdAppointment",
    asking: "for a time that is taken",
    call: (actor, { clinicId, serviceId, doctorId, startsAt }) =>
      holdAppointment(actor, { clinicId, serviceId, doctorId, startsAt }, now),
    expected: { ...everyone("DOCTOR_BUSY"), ownPatient: "SAME_PATIENT" },
  },
  {
    name: "holdAppointment",
    asking: "with whoever is free",
    call: (actor, { clinicId, serviceId, startsAt }) =>
      holdAppointment(actor, { clinicId, serviceId, doctorId: null, startsAt }, now),
    expected: { ...everyone("ok"), ownPatient: "SAME_PATIENT" },
  },
  // What is booked is nobody's hold any more.
  {
    name: "extendHold",
    call: (actor, { appointmentId: id }) => extendHold(actor, { id }, now),
    expected: everyone("NOT_FOUND"),
  },
  {
    name: "releaseHold",
    call: (actor, { appointmentId: id }) => releaseHold(actor, { id }),
    expected: everyone("NOT_FOUND"),
  },
  {
    name: "findHold",
    call: (actor, { clinicId, serviceId, doctorId, startsAt }) =>
      findHold(actor, undefined, { clinicId, serviceId, doctorId, startsAt }),
    expected: everyone("nothing"),
  },
  {
    name: "findHoldOf",
    call: (actor, { clinicId }) => findHoldOf(actor, undefined, { clinicId }),
    expected: everyone("nothing"),
  },
  {
    name: "cancelAppointment",
    call: (actor, { appointmentId: id }) => cancelAppointment(actor, { id }, now),
    // A doctor declines a request instead.
    expected: { ...staffOnly, ownPatient: "ok", ownDoctor: "ILLEGAL_TRANSITION" },
  },
  {
    name: "confirmAppointment",
    call: (actor, { appointmentId: id }) => confirmAppointment(actor, { id }, now),
    expected: answering,
  },
  {
    name: "rejectAppointment",
    call: (actor, { appointmentId: id }) => rejectAppointment(actor, { id, reason: "Away" }, now),
    expected: answering,
  },
  {
    name: "transitionAppointment",
    call: (actor, { appointmentId: id }) => transitionAppointment(actor, { id, to: "confirmed" }, now),
    expected: answering,
  },
  {
    name: "transitionAppointment",
    asking: "with a version that is behind",
    call: (actor, { appointmentId: id }) => transitionAppointment(actor, { id, to: "confirmed", version: 99 }, now),
    expected: {
      ...everyone("NOT_FOUND"),
      ownPatient: "VERSION_CONFLICT",
      ownDoctor: "VERSION_CONFLICT",
      staff: "VERSION_CONFLICT",
      admin: "VERSION_CONFLICT",
    },
  },
  {
    name: "findAppointment",
    call: (actor, { appointmentId }) => findAppointment(actor, appointmentId, now),
    expected: { ...everyone("nothing"), ownPatient: "ok", ownDoctor: "ok", staff: "ok", admin: "ok" },
  },
  {
    name: "findAppointment",
    asking: "as its patient",
    call: (actor, { appointmentId }) => findAppointment(actor, appointmentId, now, "patient"),
    expected: { ...everyone("nothing"), ownPatient: "ok" },
  },
  {
    name: "myAppointments",
    call: (actor) => myAppointments(actor, { view: "upcoming" }, now),
    expected: { ...everyone("nothing"), ownPatient: "ok" },
  },
  {
    name: "listAppointments",
    call: async (actor) => (await listAppointments(actor, { view: "upcoming" }, { limit: 50 }, now)).appointments,
    expected: {
      ...everyone("nothing"),
      ownPatient: "ok",
      ownDoctor: "ok",
      otherDoctor: "ok",
      staff: "ok",
      admin: "ok",
    },
  },
  {
    name: "doctorInbox",
    call: (actor) => doctorInbox(actor, now),
    expected: { ...everyone("nothing"), ownDoctor: "ok", otherDoctor: "ok" },
  },
  {
    name: "doctorSchedule",
    call: (actor) => doctorSchedule(actor, range, now),
    expected: { ...everyone("nothing"), ownDoctor: "ok", otherDoctor: "ok" },
  },
  {
    name: "dayBoard",
    call: (actor, { clinicId }) => dayBoard(actor, { clinicId, localDate: monday }, now),
    expected: staffOnly,
  },
  {
    name: "dayCapacity",
    call: (actor, { clinicId }) => dayCapacity(actor, { clinicId, localDate: monday }),
    expected: staffOnly,
  },
  {
    name: "watchCapacity",
    call: async (actor, { clinicId }) =>
      watchCapacity(
        actor,
        { clinicId, localDate: monday, seen: null },
        { signal: AbortSignal.abort(), stillThere: async () => actor },
      ),
    expected: staffOnly,
  },
  {
    name: "listTimeSlots",
    call: (actor, { clinicId }) => listTimeSlots(actor, { clinicId, ...range }),
    expected: staffOnly,
  },
  { name: "slotsReachTo", call: (actor, { clinicId }) => slotsReachTo(actor, clinicId), expected: staffOnly },
  { name: "slotCoverage", call: (actor, { clinicId }) => slotCoverage(actor, { clinicId }, now), expected: staffOnly },
  { name: "clinicAttention", call: (actor, { clinicId }) => clinicAttention(actor, { clinicId }), expected: adminOnly },
  {
    name: "updateTimeSlot",
    call: (actor, { slotId: id }) => updateTimeSlot(actor, { id, capacity: 3 }),
    expected: staffOnly,
  },
  {
    name: "updateTimeSlots",
    call: (actor, { clinicId, slotId: id }) =>
      updateTimeSlots(actor, { clinicId, slots: [{ id, capacity: 3, isOpen: false }] }),
    expected: staffOnly,
  },
  { name: "deleteTimeSlot", call: (actor, { slotId: id }) => deleteTimeSlot(actor, { id }), expected: staffOnly },
  {
    name: "setDayCapacity",
    call: (actor, { clinicId }) => setDayCapacity(actor, { clinicId, localDate: monday, capacity: 80 }),
    expected: staffOnly,
  },
  ...clinicTimeEntries,
  ...doctorTimeEntries,
  ...messageEntries,
  ...movingEntries,
  ...frontDeskEntries,
  {
    name: "createService",
    call: (actor, { clinicId }) => createService(actor, { clinicId, ...service }),
    expected: adminOnly,
  },
  {
    name: "updateService",
    call: (actor, { serviceId: id, doctorId }) =>
      updateService(actor, { id, ...service, requiresConfirmation: true, isActive: true, doctorIds: [doctorId] }),
    expected: adminOnly,
  },
  {
    name: "listResources",
    call: (actor, { clinicId }) => listResources(actor, { clinicId }),
    expected: staffOnly,
  },
  {
    name: "createResource",
    call: (actor, { clinicId }) => createResource(actor, { clinicId, kind: "Room", name: randomUUID() }),
    expected: adminOnly,
  },
  {
    name: "updateResource",
    call: (actor, { resourceId: id }) =>
      updateResource(actor, { id, kind: "Room", name: randomUUID(), isActive: true }),
    expected: adminOnly,
  },
  {
    name: "assignResource",
    call: (actor, { appointmentId: id, resourceId }) => assignResource(actor, { id, resourceId }),
    // The appointment's service needs no room.
    expected: { ...everyone("NOT_FOUND"), staff: "VALIDATION", admin: "VALIDATION" },
  },
  {
    name: "updateClinic",
    call: (actor, { clinicId }) => updateClinic(actor, { clinicId, ...settings }),
    expected: adminOnly,
  },
  {
    name: "grantRole",
    call: (actor, { clinicId, colleagueId: userId }) => grantRole(actor, { clinicId, userId, role: "doctor" }),
    expected: { ...everyone("FORBIDDEN"), admin: "ok" },
  },
  {
    name: "revokeRole",
    call: (actor, { clinicId, colleagueId: userId }) => revokeRole(actor, { clinicId, userId, role: "staff" }),
    expected: { ...everyone("FORBIDDEN"), admin: "ok" },
  },
  { name: "listPeople", call: (actor, { clinicId }) => listPeople(actor, { clinicId }), expected: adminOnly },
  {
    name: "findPerson",
    call: (actor, { clinicId, patientId: userId }) => findPerson(actor, { clinicId, userId }),
    expected: adminOnly,
  },
  {
    name: "listMail",
    call: (actor) => listMail(actor, wholeMailLog),
    expected: { ...everyone("FORBIDDEN"), admin: "ok", adminElsewhere: "ok" },
  },
  {
    name: "findMail",
    call: (actor, { mailId }) => findMail(actor, mailId),
    expected: { ...everyone("FORBIDDEN"), admin: "ok", adminElsewhere: "NOT_FOUND" },
  },
];
