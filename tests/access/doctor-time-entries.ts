import { addTimeOff } from "#lib/scheduling/server/doctors/add-time-off.ts";
import { addWeek } from "#lib/scheduling/server/doctors/add-week.ts";
import { addWindow } from "#lib/scheduling/server/doctors/add-window.ts";
import { doctorServices } from "#lib/scheduling/server/doctors/doctor-services.ts";
import { doctorTime } from "#lib/scheduling/server/doctors/doctor-time.ts";
import { removeTimeOff } from "#lib/scheduling/server/doctors/remove-time-off.ts";
import { removeWeek } from "#lib/scheduling/server/doctors/remove-week.ts";
import { removeWindow } from "#lib/scheduling/server/doctors/remove-window.ts";
import { replaceWeeklyHours } from "#lib/scheduling/server/doctors/replace-weekly-hours.ts";
import { saveDoctorServices } from "#lib/scheduling/server/doctors/save-doctor-services.ts";
import { weeklyHours } from "#lib/scheduling/server/doctors/weekly-hours.ts";
import { addDays, type EpochMs, wallTimeOf } from "#lib/time.ts";
import { monday, earlyMonday as now } from "../factories.ts";
import { adminOnly, type Entry, staffOnly } from "./entry.ts";
import { distantWeek } from "./scene.ts";

const nextMonday = addDays(monday, 7);
const clockOf = (startsAt: EpochMs) => wallTimeOf(startsAt, "Europe/London");

/** A doctor's hours, time off and services. */
export const doctorTimeEntries: Entry[] = [
  {
    name: "weeklyHours",
    call: (actor, { clinicId, doctorId }) => weeklyHours(actor, { clinicId, doctorId }),
    expected: { ...staffOnly, ownDoctor: "ok" },
  },
  {
    name: "replaceWeeklyHours",
    call: (actor, { clinicId, doctorId }) =>
      replaceWeeklyHours(actor, {
        clinicId,
        doctorId,
        hours: [{ dayOfWeek: 0, startTime: "07:00", endTime: "22:00" }],
      }),
    expected: { ...adminOnly, ownDoctor: "ok" },
  },
  {
    name: "addWeek",
    call: (actor, { clinicId, doctorId, startsAt }) =>
      addWeek(actor, { clinicId, doctorId, hours: [], from: nextMonday, until: distantWeek(startsAt).from }, now),
    expected: { ...adminOnly, ownDoctor: "ok" },
  },
  {
    name: "removeWeek",
    call: (actor, { clinicId, doctorId, startsAt }) =>
      removeWeek(actor, { clinicId, doctorId, from: distantWeek(startsAt).from }),
    expected: { ...adminOnly, ownDoctor: "ok" },
  },
  {
    name: "addTimeOff",
    call: (actor, { clinicId, doctorId, startsAt }) =>
      addTimeOff(actor, { clinicId, doctorId, from: nextMonday, fromTime: clockOf(startsAt), toTime: "23:45" }, now),
    expected: { ...staffOnly, ownDoctor: "ok" },
  },
  {
    name: "removeTimeOff",
    call: (actor, { clinicId, timeOffId: id }) => removeTimeOff(actor, { clinicId, id }),
    expected: { ...staffOnly, ownDoctor: "ok" },
  },
  {
    name: "addWindow",
    call: (actor, { clinicId, doctorId, startsAt }) =>
      addWindow(actor, { clinicId, doctorId, date: nextMonday, startTime: clockOf(startsAt), endTime: "23:45" }, now),
    expected: { ...staffOnly, ownDoctor: "ok" },
  },
  {
    name: "removeWindow",
    call: (actor, { clinicId, windowId: id }) => removeWindow(actor, { clinicId, id }),
    expected: { ...staffOnly, ownDoctor: "ok" },
  },
  {
    name: "doctorTime",
    call: (actor, { clinicId, doctorId }) => doctorTime(actor, { clinicId, doctorId }, now),
    expected: { ...staffOnly, ownDoctor: "ok" },
  },
  {
    name: "doctorServices",
    call: (actor, { clinicId, doctorId }) => doctorServices(actor, { clinicId, doctorId }),
    expected: { ...staffOnly, ownDoctor: "ok" },
  },
  {
    name: "saveDoctorServices",
    call: (actor, { clinicId, doctorId, serviceId }) =>
      saveDoctorServices(actor, {
        clinicId,
        doctorId,
        services: [{ serviceId, isOffered: true, priceAmount: 4500, durationMinutes: null }],
      }),
    expected: { ...adminOnly, ownDoctor: "ok" },
  },
];
