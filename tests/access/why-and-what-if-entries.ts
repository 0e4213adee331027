import { acceptReplacement, declineReplacement } from "#lib/scheduling/server/appointments/answer-replacement.ts";
import { offerReplacement } from "#lib/scheduling/server/appointments/offer-replacement.ts";
import {
  lastReplacements,
  myReplacements,
  openReplacement,
  replacementOffers,
} from "#lib/scheduling/server/appointments/replacements.ts";
import { strandedAppointments } from "#lib/scheduling/server/appointments/stranded-appointments.ts";
import { explainTime } from "#lib/scheduling/server/availability/explain-time.ts";
import { impactOf } from "#lib/scheduling/server/availability/impact-of.ts";
import { minutes } from "#lib/time.ts";
import { at, earlyMonday as now } from "../factories.ts";
import { type Entry, everyone, staffOnly } from "./entry.ts";

/** Why a time is not offered, what a change would strand, and other times for those whom it does. */
export const whyAndWhatIfEntries: Entry[] = [
  {
    name: "explainTime",
    // Everybody may ask; only the front desk hears more than the first reason.
    call: (actor, { clinicId, serviceId, doctorId, startsAt }) =>
      explainTime(actor, { clinicId, serviceId, doctorId, startsAt }, now),
    expected: everyone("ok"),
  },
  {
    name: "impactOf",
    asking: "about the clinic's hours",
    call: (actor, { clinicId }) => impactOf(actor, { clinicId, change: { kind: "week", hours: [] } }, now),
    expected: staffOnly,
  },
  {
    name: "impactOf",
    asking: "about a doctor's time",
    call: (actor, { clinicId, doctorId }) =>
      impactOf(
        actor,
        { clinicId, change: { kind: "time_off", doctorId, startsAt: at("08:00"), endsAt: at("12:00") } },
        now,
      ),
    expected: { ...staffOnly, ownDoctor: "ok" },
  },
  {
    name: "impactOf",
    asking: "about a doctor's window",
    call: (actor, { clinicId, windowId }) =>
      impactOf(actor, { clinicId, change: { kind: "window_removed", id: windowId } }, now),
    expected: { ...staffOnly, ownDoctor: "ok" },
  },
  {
    name: "strandedAppointments",
    call: (actor, { clinicId }) => strandedAppointments(actor, { clinicId }, now),
    expected: staffOnly,
  },
  {
    name: "strandedAppointments",
    asking: "of a doctor",
    call: (actor, { clinicId, doctorId }) => strandedAppointments(actor, { clinicId, doctorId }, now),
    expected: { ...staffOnly, ownDoctor: "ok" },
  },
  {
    name: "replacementOffers",
    call: (actor, { appointmentId }) => replacementOffers(actor, appointmentId, now),
    expected: staffOnly,
  },
  {
    name: "lastReplacements",
    call: (actor, { clinicId, appointmentId }) => lastReplacements(actor, { clinicId, ids: [appointmentId] }),
    expected: staffOnly,
  },
  {
    name: "openReplacement",
    call: (actor, { appointmentId }) => openReplacement(actor, appointmentId),
    expected: { ...everyone("nothing"), ownPatient: "ok", ownDoctor: "ok", staff: "ok", admin: "ok" },
  },
  {
    name: "myReplacements",
    call: (actor) => myReplacements(actor),
    expected: { ...everyone("nothing"), ownPatient: "ok" },
  },
  {
    name: "offerReplacement",
    call: (actor, { appointmentId, doctorId, startsAt }) =>
      offerReplacement(actor, { appointmentId, startsAt: startsAt + minutes(600), doctorId }, now),
    expected: staffOnly,
  },
  {
    name: "acceptReplacement",
    call: (actor, { replacementId: id }) => acceptReplacement(actor, { id }),
    expected: { ...staffOnly, ownPatient: "ok" },
  },
  {
    name: "declineReplacement",
    call: (actor, { replacementId: id }) => declineReplacement(actor, { id }),
    expected: { ...staffOnly, ownPatient: "ok" },
  },
];
