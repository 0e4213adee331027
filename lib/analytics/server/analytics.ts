import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { clinicHours } from "#lib/scheduling/server/clinic/business-hours.ts";
import { findClinicById } from "#lib/scheduling/server/clinic/clinics.ts";
import { databaseNow } from "#lib/scheduling/server/database-now.ts";
import { parseInput } from "#lib/scheduling/server/parse-input.ts";
import { datesFrom } from "#lib/time.ts";
import { figuresOf, shareOf, type Tally } from "../figures.ts";
import { heatMap, sumOf } from "../heat-map.ts";
import { rangeBefore } from "../range.ts";
import {
  type Analytics,
  analyticsQuerySchema,
  type DayTally,
  type Figures,
  type Lead,
  type Totals,
} from "../schema.ts";
import { openingBetween, workingMinutes } from "../working-minutes.ts";
import {
  type Counting,
  type LeadRow,
  loadDayTallies,
  loadLeads,
  loadMinutes,
  loadPatients,
  loadSlotGroups,
  loadTallies,
} from "./load-counts.ts";
import { loadDoctors, loadServiceNames } from "./load-doctors.ts";

/** How a clinic's days went and stand, and the same of as many days before. For admins. */
export async function analytics(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<Analytics>> {
  const parsed = parseInput(analyticsQuerySchema, input);
  if (!parsed.ok) return parsed;
  const { clinicId, from, to, doctorId, serviceId } = parsed.value;
  const clinic = hasRole(actor, clinicId, "admin") ? await findClinicById(clinicId) : null;
  if (!clinic) return refuse(refusal("NOT_FOUND"));
  const { timeZone } = clinic;
  const asked: Counting = { clinicId, timeZone, from, to, doctorId, serviceId, now: await databaseNow(clock) };
  const before = rangeBefore(asked);

  const [counts, countsBefore, days, doctors, services, hours] = await Promise.all([
    loadCounts(asked),
    loadCounts({ ...asked, ...before }),
    loadDayTallies(asked),
    loadDoctors(asked),
    loadServiceNames(clinicId),
    clinicHours(clinicId, from, to),
  ]);
  const opening = openingBetween(asked, { ...hours, timeZone });
  return ok({
    range: { from, to },
    before,
    timeZone,
    totals: totalsOf(counts),
    totalsBefore: totalsOf(countsBefore),
    heat: counts.heat,
    days: everyDay(asked, days),
    doctors: doctors
      .filter(({ id }) => !doctorId || id === doctorId)
      .map((doctor) => {
        const figures = figuresBy(counts, "doctorId", doctor.id);
        const working = workingMinutes(asked, doctor, opening, timeZone);
        const utilisation = shareOf(figures.minutes, working);
        return { id: doctor.id, name: doctor.name, figures, workingMinutes: working, utilisation };
      }),
    services: services
      .map(({ id, name, isActive }) => ({ id, name, isActive, figures: figuresBy(counts, "serviceId", id) }))
      .filter(({ id, isActive, figures }) => (serviceId ? id === serviceId : isActive || figures.bookings > 0))
      .map(({ id, name, figures }) => ({ id, name, figures })),
  });
}

type Counts = Awaited<ReturnType<typeof loadCounts>>;

async function loadCounts(asked: Counting) {
  const [tallies, minutes, leads, groups, patients] = await Promise.all([
    loadTallies(asked),
    loadMinutes(asked),
    loadLeads(asked),
    loadSlotGroups(asked),
    loadPatients(asked),
  ]);
  return { tallies, minutes, leads, heat: heatMap(groups), patients };
}

function totalsOf({ tallies, minutes, leads, heat, patients }: Counts): Totals {
  const figures = figuresOf(tallies, { minutes: minutesIn(minutes), lead: leadOf(leads, () => true) });
  return { ...figures, occupancy: sumOf(heat), patients };
}

function figuresBy({ tallies, minutes, leads }: Counts, key: "doctorId" | "serviceId", id: string): Figures {
  const isIts = (row: Pick<Tally, "doctorId" | "serviceId">) => row[key] === id;
  return figuresOf(tallies.filter(isIts), {
    minutes: minutesIn(minutes.filter(isIts)),
    lead: leadOf(leads, (row) => row[key] === id),
  });
}

/** The row of all stands first among those that match, as it alone names neither. */
function leadOf(leads: readonly LeadRow[], matches: (row: LeadRow) => boolean): Lead {
  const found = leads.filter(matches);
  return (found.find(({ doctorId, serviceId }) => doctorId === null && serviceId === null) ?? found[0])?.lead ?? null;
}

function minutesIn(rows: readonly { minutes: number }[]): number {
  return rows.reduce((sum, { minutes }) => sum + minutes, 0);
}

function everyDay({ from, to }: Counting, tallies: readonly DayTally[]): DayTally[] {
  const known = new Map(tallies.map((tally) => [tally.date, tally]));
  return datesFrom(from, to).map((date) => known.get(date) ?? { date, appointments: 0, missed: 0, cancelled: 0 });
}
