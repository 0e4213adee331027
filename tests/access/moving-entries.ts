import { bulkTransition } from "#lib/scheduling/server/appointments/bulk-transition.ts";
import { findMoveTimes } from "#lib/scheduling/server/appointments/find-move-times.ts";
import { rescheduleAppointment } from "#lib/scheduling/server/appointments/reschedule-appointment.ts";
import { undoStep } from "#lib/scheduling/server/appointments/undo-step.ts";
import { earlyMonday as now } from "../factories.ts";
import { type Entry, everyone, staffOnly } from "./entry.ts";

/** Moving, deciding many at once, and taking a step back. */
export const movingEntries: Entry[] = [
  {
    name: "rescheduleAppointment",
    // Whoever may move it learns that this is the time it has.
    call: (actor, { appointmentId: id, startsAt }) => rescheduleAppointment(actor, { id, startsAt }, now),
    expected: {
      ...everyone("NOT_FOUND"),
      ownPatient: "VALIDATION",
      ownDoctor: "VALIDATION",
      staff: "VALIDATION",
      admin: "VALIDATION",
    },
  },
  {
    name: "findMoveTimes",
    call: (actor, { appointmentId: id }) => findMoveTimes(actor, { id }, now),
    expected: { ...staffOnly, ownPatient: "ok", ownDoctor: "ok" },
  },
  {
    name: "findMoveTimes",
    asking: "as its patient",
    // Who has another part in it sees it in that.
    call: (actor, { appointmentId: id }) => findMoveTimes(actor, { id, as: "patient" }, now),
    expected: { ...staffOnly, ownPatient: "ok", ownDoctor: "ok" },
  },
  {
    name: "undoStep",
    // Nobody has decided anything yet.
    call: (actor, { appointmentId: id }) => undoStep(actor, { id, version: 1 }),
    expected: {
      ...everyone("NOT_FOUND"),
      ownDoctor: "ILLEGAL_TRANSITION",
      staff: "ILLEGAL_TRANSITION",
      admin: "ILLEGAL_TRANSITION",
    },
  },
  {
    name: "bulkTransition",
    call: async (actor, { appointmentId }) => {
      const answer = await bulkTransition(actor, { ids: [appointmentId], to: "confirmed" }, now);
      return answer.ok ? answer.value[0]?.result : answer;
    },
    expected: { ...staffOnly, foreignPatient: "FORBIDDEN", ownPatient: "FORBIDDEN", ownDoctor: "ok" },
  },
];
