import { doctorCalendar } from "#lib/scheduling/server/appointments/doctor-calendar.ts";
import { findEnds } from "#lib/scheduling/server/appointments/find-ends.ts";
import { resizeAppointment } from "#lib/scheduling/server/appointments/resize-appointment.ts";
import { setVideoLink } from "#lib/scheduling/server/appointments/set-video-link.ts";
import { undoSteps } from "#lib/scheduling/server/appointments/undo-steps.ts";
import { doctorProfile } from "#lib/scheduling/server/doctors/doctor-profile.ts";
import { removePhoto } from "#lib/scheduling/server/doctors/remove-photo.ts";
import { removePublication } from "#lib/scheduling/server/doctors/remove-publication.ts";
import { savePhoto } from "#lib/scheduling/server/doctors/save-photo.ts";
import { saveProfile } from "#lib/scheduling/server/doctors/save-profile.ts";
import { savePublication } from "#lib/scheduling/server/doctors/save-publication.ts";
import { minutes } from "#lib/time.ts";
import { monday, earlyMonday as now } from "../factories.ts";
import { adminOnly, type Entry, everyone } from "./entry.ts";

const own = { ...adminOnly, ownDoctor: "ok" } as const;
const refused = { ...everyone("NOT_FOUND"), ownDoctor: "VALIDATION", admin: "VALIDATION" } as const;

/** The smallest picture that there is: a PNG of one point. */
const dot = new Uint8Array(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
    "base64",
  ),
);

/** A doctor's calendar and page, and what of an appointment can be changed besides its time. */
export const doctorWorkspaceEntries: Entry[] = [
  {
    name: "doctorCalendar",
    // Everybody sees their own: who is no doctor has none.
    call: async (actor, { doctorId, appointmentId }) => {
      const calendar = await doctorCalendar(actor, { from: monday, to: monday }, now);
      const entries = calendar?.days.flatMap((day) => day.entries) ?? [];
      return actor.doctorId === doctorId ? entries : entries.filter(({ id }) => id === appointmentId);
    },
    expected: { ...everyone("nothing"), ownDoctor: "ok" },
  },
  {
    name: "findEnds",
    call: (actor, { appointmentId }) => findEnds(actor, appointmentId),
    expected: { ...everyone("nothing"), ownDoctor: "ok", staff: "ok", admin: "ok" },
  },
  {
    name: "resizeAppointment",
    // Whoever may change it learns that no slot ends then.
    call: (actor, { appointmentId: id, startsAt }) =>
      resizeAppointment(actor, { id, endsAt: startsAt + minutes(1) }, now),
    expected: {
      ...everyone("NOT_FOUND"),
      ownPatient: "FORBIDDEN",
      ownDoctor: "VALIDATION",
      staff: "VALIDATION",
      admin: "VALIDATION",
    },
  },
  {
    name: "setVideoLink",
    // It is not by video.
    call: (actor, { appointmentId: id }) => setVideoLink(actor, { id, videoUrl: "https://video.example.test" }, now),
    expected: {
      ...everyone("NOT_FOUND"),
      ownPatient: "FORBIDDEN",
      ownDoctor: "VALIDATION",
      staff: "VALIDATION",
      admin: "VALIDATION",
    },
  },
  {
    name: "undoSteps",
    // Nobody has decided anything yet.
    call: async (actor, { appointmentId: id }) => {
      const answer = await undoSteps(actor, { steps: [{ id, version: 1 }] });
      return answer.ok ? answer.value[0]?.result : answer;
    },
    expected: {
      ...everyone("NOT_FOUND"),
      ownDoctor: "ILLEGAL_TRANSITION",
      staff: "ILLEGAL_TRANSITION",
      admin: "ILLEGAL_TRANSITION",
    },
  },
  {
    name: "doctorProfile",
    call: (actor, { clinicId, doctorId }) => doctorProfile(actor, { clinicId, doctorId }),
    expected: own,
  },
  {
    name: "saveProfile",
    call: (actor, { clinicId, doctorId }) => saveProfile(actor, { clinicId, doctorId, bio: "Changed" }),
    expected: own,
  },
  {
    name: "savePublication",
    call: (actor, { clinicId, doctorId }) =>
      savePublication(actor, { clinicId, doctorId, title: `Of ${actor.userId}`, year: 2020 }),
    expected: own,
  },
  {
    name: "removePublication",
    // There is none of that id.
    call: (actor, { clinicId, doctorId, slotId: id }) => removePublication(actor, { clinicId, doctorId, id }),
    expected: everyone("NOT_FOUND"),
  },
  {
    name: "savePhoto",
    call: (actor, { clinicId, doctorId }) => savePhoto(actor, { clinicId, doctorId }, dot),
    expected: own,
  },
  {
    name: "savePhoto",
    asking: "with what is no picture",
    call: (actor, { clinicId, doctorId }) => savePhoto(actor, { clinicId, doctorId }, new Uint8Array(64)),
    expected: refused,
  },
  {
    name: "removePhoto",
    call: (actor, { clinicId, doctorId }) => removePhoto(actor, { clinicId, doctorId }),
    expected: own,
  },
];
