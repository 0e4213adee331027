import "server-only";
import { z } from "zod";
import { ok, type Result } from "#lib/result.ts";
import { addTimeOff } from "#lib/scheduling/server/doctors/add-time-off.ts";
import { addWindow } from "#lib/scheduling/server/doctors/add-window.ts";
import { type DoctorTime, doctorTime } from "#lib/scheduling/server/doctors/doctor-time.ts";
import { removeTimeOff } from "#lib/scheduling/server/doctors/remove-time-off.ts";
import { removeWindow } from "#lib/scheduling/server/doctors/remove-window.ts";
import { replaceWeeklyHours } from "#lib/scheduling/server/doctors/replace-weekly-hours.ts";
import { weeklyHours } from "#lib/scheduling/server/doctors/weekly-hours.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import type { WeekInTime } from "#lib/scheduling/weeks.ts";
import { exampleDay, exampleIds } from "../examples.ts";
import { dateField, idField, instant, instantAnswer, listOf, refField, textField, timeField } from "../fields.ts";
import { type Call, endpoint } from "./call.ts";

const tag = "Doctors' time";
const ofDoctor = z.strictObject({ id: idField });
const atClinic = z.strictObject({ clinic: refField });
const params = { id: exampleIds.doctor };
const query = { clinic: "northgate" };

const shift = z.strictObject({
  dayOfWeek: z.int("number").min(0, "too_small").max(6, "too_large").meta({ description: "0 is Monday" }),
  startTime: timeField,
  endTime: timeField.meta({ description: "00:00: at midnight" }),
});
const week = z
  .strictObject({
    from: dateField.nullable().meta({ description: "The first day on which it holds; null: it always held" }),
    to: dateField.nullable().meta({ description: "The last one; null: for good" }),
    hours: z.array(shift),
  })
  .meta({ id: "WeekInTime" });

function toWeek({ from, to, hours }: WeekInTime): z.output<typeof week> {
  const shifts = hours.map(({ dayOfWeek, startTime, endTime }) => ({ dayOfWeek, startTime, endTime }));
  return { from, to, hours: shifts };
}

export const getWeeklyHoursEndpoint = endpoint({
  id: "getWeeklyHours",
  method: "GET",
  path: "/doctors/{id}/weekly-hours",
  tag,
  summary: "Reads a doctor's weeks at a clinic, over all of time",
  audience: "signed in",
  params: ofDoctor,
  query: atClinic,
  status: 200,
  answer: listOf(week),
  example: { as: "doctor", params, query },
  handle: async ({ actor, params: { id: doctorId }, query: { clinic: ref }, clinic }) => {
    const at = await clinic(ref);
    if (!at.ok) return at;
    return listed(await weeklyHours(actor, { clinicId: at.value.id, doctorId }));
  },
});

export const putWeeklyHoursEndpoint = endpoint({
  id: "putWeeklyHours",
  method: "PUT",
  path: "/doctors/{id}/weekly-hours",
  tag,
  summary: "Puts new hours in place of one of a doctor's weeks",
  description: "Appointments already made stay.",
  audience: "signed in",
  params: ofDoctor,
  body: z.strictObject({
    clinic: refField,
    from: dateField.nullish().meta({ description: "Which week, by its first day; null or left out: the first one" }),
    hours: z.array(shift).max(70, "too_large"),
  }),
  status: 200,
  answer: listOf(week),
  refusals: ["VERSION_CONFLICT"],
  example: {
    as: "doctor",
    params,
    body: { clinic: "northgate", hours: [{ dayOfWeek: 0, startTime: "09:00", endTime: "12:00" }] },
  },
  handle: async ({ actor, params: { id: doctorId }, body: { clinic: ref, from = null, hours }, clinic }) => {
    const at = await clinic(ref);
    if (!at.ok) return at;
    return listed(await replaceWeeklyHours(actor, { clinicId: at.value.id, doctorId, from, hours }));
  },
});

function listed(weeks: Result<WeekInTime[]>): Result<{ data: z.output<typeof week>[]; nextCursor: null }> {
  return weeks.ok ? ok({ data: weeks.value.map(toWeek), nextCursor: null }) : weeks;
}

const stretch = z
  .strictObject({ id: z.uuid(), startsAt: instantAnswer, endsAt: instantAnswer })
  .meta({ id: "Stretch" });
const timeOff = z.strictObject({ ...stretch.shape, reason: z.string().nullable() }).meta({ id: "TimeOff" });

/** What a doctor has ahead at the clinic that is asked for. */
async function ahead({
  actor,
  params: { id: doctorId },
  query: { clinic: ref },
  clinic,
}: Call<{ id: string }, { clinic: string }, undefined, "signed in">): Promise<
  Result<{ time: DoctorTime; at: ClinicView }>
> {
  const at = await clinic(ref);
  if (!at.ok) return at;
  const time = await doctorTime(actor, { clinicId: at.value.id, doctorId });
  return time.ok ? ok({ time: time.value, at: at.value }) : time;
}

export const listWindowsEndpoint = endpoint({
  id: "listWindows",
  method: "GET",
  path: "/doctors/{id}/windows",
  tag,
  summary: "Lists a doctor's extra hours that are not over",
  audience: "signed in",
  params: ofDoctor,
  query: atClinic,
  status: 200,
  answer: listOf(stretch),
  example: { as: "doctor", params, query },
  handle: async (call) => {
    const found = await ahead(call);
    if (!found.ok) return found;
    const { time, at } = found.value;
    return ok({ data: time.windows.map((window) => toStretch(window, at)), nextCursor: null });
  },
});

function toStretch(
  { id, startsAt, endsAt }: { id: string; startsAt: number; endsAt: number },
  { timeZone }: ClinicView,
): z.output<typeof stretch> {
  return { id, startsAt: instant(startsAt, timeZone), endsAt: instant(endsAt, timeZone) };
}

export const addWindowEndpoint = endpoint({
  id: "addWindow",
  method: "POST",
  path: "/doctors/{id}/windows",
  tag,
  summary: "Lets a doctor work once besides their week",
  description: "Patients can book where the clinic has slots.",
  audience: "signed in",
  params: ofDoctor,
  body: z.strictObject({ clinic: refField, date: dateField, startTime: timeField, endTime: timeField }),
  status: 201,
  answer: stretch,
  creates: "once",
  example: {
    as: "doctor",
    params,
    body: { clinic: "northgate", date: exampleDay, startTime: "20:00", endTime: "21:00" },
  },
  handle: async ({ actor, params: { id: doctorId }, body: { clinic: ref, ...typed }, clinic }) => {
    const at = await clinic(ref);
    if (!at.ok) return at;
    const added = await addWindow(actor, { ...typed, clinicId: at.value.id, doctorId });
    return added.ok ? ok(toStretch(added.value, at.value)) : added;
  },
});

export const removeWindowEndpoint = endpoint({
  id: "removeWindow",
  method: "DELETE",
  path: "/doctors/{id}/windows/{windowId}",
  tag,
  summary: "Takes extra hours back; appointments already made stay",
  audience: "signed in",
  params: z.strictObject({ id: idField, windowId: idField }),
  query: atClinic,
  status: 204,
  example: { as: "doctor", params: { ...params, windowId: exampleIds.window }, query },
  handle: async ({ actor, params: { id: doctorId, windowId }, query: { clinic: ref }, clinic }) => {
    const at = await clinic(ref);
    if (!at.ok) return at;
    const removed = await removeWindow(actor, { clinicId: at.value.id, doctorId, id: windowId });
    return removed.ok ? ok(null) : removed;
  },
});

export const listTimeOffEndpoint = endpoint({
  id: "listTimeOff",
  method: "GET",
  path: "/doctors/{id}/time-off",
  tag,
  summary: "Lists when a doctor will not work",
  audience: "signed in",
  params: ofDoctor,
  query: atClinic,
  status: 200,
  answer: listOf(timeOff),
  example: { as: "doctor", params, query },
  handle: async (call) => {
    const found = await ahead(call);
    if (!found.ok) return found;
    const { time, at } = found.value;
    const data = time.timeOff.map((off) => ({ ...toStretch(off, at), reason: off.reason }));
    return ok({ data, nextCursor: null });
  },
});

export const addTimeOffEndpoint = endpoint({
  id: "addTimeOff",
  method: "POST",
  path: "/doctors/{id}/time-off",
  tag,
  summary: "Notes that a doctor does not work, at any clinic",
  description: "Appointments already made stay; ask /impact first whom it concerns.",
  audience: "signed in",
  params: ofDoctor,
  body: z.strictObject({
    clinic: refField.meta({ description: "By whose clock" }),
    from: dateField,
    fromTime: timeField.nullish().meta({ description: "Left out: from the beginning of the day" }),
    to: dateField.nullish().meta({ description: "Included; left out: the same day" }),
    toTime: timeField.nullish().meta({ description: "Left out: until the end of the day" }),
    reason: textField(200).nullish(),
  }),
  status: 201,
  answer: timeOff,
  creates: "once",
  example: { as: "doctor", params, body: { clinic: "northgate", from: "2040-05-01", reason: "Congress" } },
  handle: async ({ actor, params: { id: doctorId }, body: { clinic: ref, ...typed }, clinic }) => {
    const at = await clinic(ref);
    if (!at.ok) return at;
    const added = await addTimeOff(actor, { ...typed, clinicId: at.value.id, doctorId });
    return added.ok ? ok({ ...toStretch(added.value, at.value), reason: added.value.reason }) : added;
  },
});

export const removeTimeOffEndpoint = endpoint({
  id: "removeTimeOff",
  method: "DELETE",
  path: "/doctors/{id}/time-off/{timeOffId}",
  tag,
  summary: "Takes time off back",
  audience: "signed in",
  params: z.strictObject({ id: idField, timeOffId: idField }),
  query: atClinic,
  status: 204,
  example: { as: "doctor", params: { ...params, timeOffId: exampleIds.timeOff }, query },
  handle: async ({ actor, params: { id: doctorId, timeOffId }, query: { clinic: ref }, clinic }) => {
    const at = await clinic(ref);
    if (!at.ok) return at;
    const removed = await removeTimeOff(actor, { clinicId: at.value.id, doctorId, id: timeOffId });
    return removed.ok ? ok(null) : removed;
  },
});

export const doctorTimeEndpoints = [
  getWeeklyHoursEndpoint,
  putWeeklyHoursEndpoint,
  listWindowsEndpoint,
  addWindowEndpoint,
  removeWindowEndpoint,
  listTimeOffEndpoint,
  addTimeOffEndpoint,
  removeTimeOffEndpoint,
];
