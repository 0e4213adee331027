import { randomUUID } from "node:crypto";
import { addShift, changeShift, removeShift } from "#lib/scheduling/server/clinic/change-business-hours.ts";
import { closureYear, findClosure } from "#lib/scheduling/server/clinic/closure-entries.ts";
import { deleteWeekTemplate } from "#lib/scheduling/server/clinic/delete-week-template.ts";
import { holidayChoice } from "#lib/scheduling/server/clinic/holiday-choice.ts";
import { importHolidays } from "#lib/scheduling/server/clinic/import-holidays.ts";
import { removeClosure } from "#lib/scheduling/server/clinic/remove-closure.ts";
import { replaceBusinessHours } from "#lib/scheduling/server/clinic/replace-business-hours.ts";
import { addClosure, changeClosure } from "#lib/scheduling/server/clinic/save-closure.ts";
import { createWeekTemplate, replaceWeekTemplate } from "#lib/scheduling/server/clinic/save-week-template.ts";
import { listShifts } from "#lib/scheduling/server/clinic/shifts.ts";
import { weekTemplates } from "#lib/scheduling/server/clinic/week-templates.ts";
import { generateSlots } from "#lib/scheduling/server/slots/generate-slots.ts";
import { regenerateSlots } from "#lib/scheduling/server/slots/regenerate-slots.ts";
import { findTimeSlot } from "#lib/scheduling/server/slots/time-slots.ts";
import { addDays } from "#lib/time.ts";
import { monday, earlyMonday as now } from "../factories.ts";
import { adminOnly, type Entry, staffOnly } from "./entry.ts";
import { distantWeek, type Ids } from "./scene.ts";

/** As long as the slots of the scene reach, which follow the hours. */
const hours = [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ dayOfWeek, openTime: "07:30", closeTime: "22:30" }));

const tuesday = addDays(monday, 1);

/** Days on which nothing holds yet, other ones for each call. */
function freeDays({ startsAt }: Ids) {
  const { to } = distantWeek(startsAt);
  return { validFrom: addDays(to, 1), validTo: addDays(to, 2) };
}

/** When the clinic is open, and the slots that follow. */
export const clinicTimeEntries: Entry[] = [
  {
    name: "replaceBusinessHours",
    call: (actor, { clinicId }) => replaceBusinessHours(actor, { clinicId, hours }, now),
    expected: adminOnly,
  },
  { name: "listShifts", call: (actor, { clinicId }) => listShifts(actor, { clinicId }), expected: adminOnly },
  {
    name: "addShift",
    call: (actor, { clinicId }) =>
      addShift(actor, { clinicId, dayOfWeek: 6, openTime: "23:00", closeTime: "23:30" }, now),
    expected: adminOnly,
  },
  {
    name: "changeShift",
    call: (actor, { shiftId: id }) => changeShift(actor, { id, dayOfWeek: 6 }, now),
    expected: adminOnly,
  },
  {
    name: "removeShift",
    call: (actor, { shiftId: id }) => removeShift(actor, { id }, now),
    expected: adminOnly,
  },
  { name: "weekTemplates", call: (actor, { clinicId }) => weekTemplates(actor, { clinicId }), expected: adminOnly },
  {
    name: "createWeekTemplate",
    call: (actor, ids) =>
      createWeekTemplate(actor, { clinicId: ids.clinicId, name: randomUUID(), ...freeDays(ids), hours }, now),
    expected: adminOnly,
  },
  {
    name: "replaceWeekTemplate",
    call: (actor, ids) =>
      replaceWeekTemplate(actor, { id: ids.templateId, name: randomUUID(), ...freeDays(ids), hours }, now),
    expected: adminOnly,
  },
  {
    name: "deleteWeekTemplate",
    call: (actor, { templateId: id }) => deleteWeekTemplate(actor, { id }, now),
    expected: adminOnly,
  },
  {
    name: "closureYear",
    call: (actor, { clinicId }) => closureYear(actor, { clinicId, year: 2035 }),
    expected: adminOnly,
  },
  { name: "findClosure", call: (actor, { closureId }) => findClosure(actor, closureId), expected: adminOnly },
  {
    name: "addClosure",
    call: (actor, { clinicId }) => addClosure(actor, { clinicId, from: monday, reason: "Painters", shifts: [] }, now),
    expected: adminOnly,
  },
  {
    name: "changeClosure",
    call: (actor, { closureId: id }) =>
      changeClosure(actor, { id, from: monday, to: monday, reason: "Painters", shifts: [] }, now),
    expected: adminOnly,
  },
  {
    name: "removeClosure",
    call: (actor, { closureId: id }) => removeClosure(actor, { id }, now),
    expected: adminOnly,
  },
  {
    name: "holidayChoice",
    call: (actor, { clinicId }) => holidayChoice(actor, { clinicId, year: 2035, country: "GB" }),
    expected: adminOnly,
  },
  {
    name: "importHolidays",
    call: (actor, { clinicId }) => importHolidays(actor, { clinicId, country: "GB", year: 2035 }, now),
    expected: adminOnly,
  },
  {
    name: "generateSlots",
    call: (actor, { clinicId }) => generateSlots(actor, { clinicId, startDate: monday, endDate: monday }),
    expected: staffOnly,
  },
  {
    name: "regenerateSlots",
    // Not the day on which the scene's appointments are: the clinic has no hours.
    call: (actor, { clinicId }) => regenerateSlots(actor, { clinicId, startDate: tuesday, endDate: tuesday }, now),
    expected: staffOnly,
  },
  { name: "findTimeSlot", call: (actor, { slotId }) => findTimeSlot(actor, slotId), expected: staffOnly },
];
