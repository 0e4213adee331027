import { appointmentFile } from "#lib/calendar/server/appointment-file.ts";
import { endFeed } from "#lib/calendar/server/end-feed.ts";
import { findFeed } from "#lib/calendar/server/find-feed.ts";
import { makeFeed } from "#lib/calendar/server/make-feed.ts";
import { earlyMonday as now } from "../factories.ts";
import { type Entry, everyone } from "./entry.ts";

/** Appointments in people's own calendars: nobody gets anybody else's. */
export const calendarEntries: Entry[] = [
  {
    name: "appointmentFile",
    call: (actor, { appointmentId }) => appointmentFile(actor, appointmentId, now),
    expected: { ...everyone("nothing"), ownPatient: "ok" },
  },
  {
    name: "makeFeed",
    call: (actor) => makeFeed(actor, { kind: "patient" }),
    expected: everyone("ok"),
  },
  {
    name: "makeFeed",
    asking: "of what doctors hold",
    call: (actor) => makeFeed(actor, { kind: "doctor" }),
    expected: { ...everyone("FORBIDDEN"), ownDoctor: "ok", otherDoctor: "ok" },
  },
  {
    name: "findFeed",
    asking: "which nobody has made",
    call: (actor) => findFeed(actor, "patient"),
    expected: everyone("nothing"),
  },
  {
    name: "endFeed",
    call: (actor) => endFeed(actor, { kind: "patient" }),
    expected: everyone("ok"),
  },
];
