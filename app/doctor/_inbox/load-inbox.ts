import "server-only";
import { doctorSchedule } from "#lib/scheduling/server/appointments/doctor-schedule.ts";
import { weekOverview } from "#lib/scheduling/server/slots/week-overview.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import { addDays, daysBetween, type EpochMs } from "#lib/time.ts";
import { doctorClinic } from "../_shell/doctor-clinic.ts";
import { openRequests } from "../_shell/open-requests.ts";
import { fitOf, type RequestFit } from "./request-fit.ts";

const longestSpanDays = 120;

export interface InboxRequest {
  appointment: AppointmentView;
  fit: RequestFit;
}

/** The open requests, each with how it fits; the same few queries however many there are. */
export async function loadInbox(): Promise<{ requests: InboxRequest[]; now: EpochMs }> {
  const [{ actor, clinic }, requests] = await Promise.all([doctorClinic(), openRequests()]);
  const dates = requests.map(({ localDate }) => localDate).sort();
  const to = dates.at(-1);
  if (!to) return { requests: [], now: 0 };
  // A request that nobody answered for months must not make every look at the inbox read months of slots.
  const from = dates.find((date) => date >= addDays(to, -longestSpanDays)) ?? to;
  const [schedule, house] = await Promise.all([
    doctorSchedule(actor, { from, to }),
    weekOverview({ clinicId: clinic.id, from, days: daysBetween(from, to) + 1 }),
  ]);
  const ownDays = new Map(schedule?.days.map((day) => [day.localDate, day]));
  const houseDays = new Map(house?.days.map((day) => [day.localDate, day]));
  const withFit = (appointment: AppointmentView): InboxRequest => {
    const day = ownDays.get(appointment.localDate) ?? { working: [], appointments: [] };
    const isHere = appointment.clinicId === clinic.id;
    return { appointment, fit: fitOf(appointment, day, isHere ? houseDays.get(appointment.localDate) : undefined) };
  };
  return { requests: requests.map(withFit), now: schedule?.now ?? 0 };
}
