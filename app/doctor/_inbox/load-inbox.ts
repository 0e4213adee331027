import "server-only";
import { databaseClock } from "#lib/clock.ts";
import type { PlanPlace } from "#lib/scheduling/plan-view.ts";
import { doctorSchedule } from "#lib/scheduling/server/appointments/doctor-schedule.ts";
import { databaseNow } from "#lib/scheduling/server/database-now.ts";
import { weekOverview } from "#lib/scheduling/server/slots/week-overview.ts";
import type { AppointmentView } from "#lib/scheduling/view.ts";
import { addDays, daysBetween, type EpochMs, localDateOf } from "#lib/time.ts";
import { doctorClinic } from "../_shell/doctor-clinic.ts";
import { openRequests } from "../_shell/open-requests.ts";
import { fitOf, type RequestFit } from "./request-fit.ts";

/** A request that nobody answered for months must not make every look at the inbox read months of slots. */
const daysBehind = 30;

export interface InboxRequest {
  plan: null;
  appointment: AppointmentView;
  fit: RequestFit;
}

export interface InboxPlan {
  plan: PlanPlace;
  /** Those that wait, by time. */
  visits: [AppointmentView, AppointmentView, ...AppointmentView[]];
}

/** What waits for an answer, each request with how it fits; the same few queries however many there are. */
export async function loadInbox(): Promise<{ waiting: (InboxRequest | InboxPlan)[]; now: EpochMs }> {
  const [{ actor, clinic }, gathered, now] = await Promise.all([
    doctorClinic(),
    openRequests(),
    databaseNow(databaseClock),
  ]);
  const first = addDays(localDateOf(now, clinic.timeZone), -daysBehind);
  const dates = gathered.flatMap((each) => (each.plan ? [] : [each.request.localDate])).filter((date) => date >= first);
  const [from, to] = [dates.toSorted().at(0), dates.toSorted().at(-1)];
  const [schedule, house] =
    from && to
      ? await Promise.all([
          doctorSchedule(actor, { from, to }),
          weekOverview({ clinicId: clinic.id, from, days: daysBetween(from, to) + 1 }),
        ])
      : [null, null];
  const ownDays = new Map(schedule?.days.map((day) => [day.localDate, day]));
  const houseDays = new Map(house?.days.map((day) => [day.localDate, day]));
  const withFit = (appointment: AppointmentView): InboxRequest => {
    const day = ownDays.get(appointment.localDate) ?? { working: [], appointments: [] };
    const isHere = appointment.clinicId === clinic.id;
    const fit = fitOf(appointment, day, isHere ? houseDays.get(appointment.localDate) : undefined);
    return { plan: null, appointment, fit };
  };
  return { waiting: gathered.map((each) => (each.plan ? each : withFit(each.request))), now };
}
