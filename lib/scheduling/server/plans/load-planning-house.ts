import "server-only";
import type { Clock } from "#lib/clock.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { addDays, datesFrom, daysBetween, type LocalDate, localDateOf } from "#lib/time.ts";
import { PlanningHouse } from "../../planning-house.ts";
import { frontDeskPolicy } from "../../policy.ts";
import { type Calendar, loadCalendar } from "../availability/load-calendar.ts";
import type { Booker } from "../booking/booking-party.ts";
import { clinicHours } from "../clinic/business-hours.ts";

export interface PlanPeriod {
  clinicId: string;
  serviceId: string;
  from: LocalDate;
  /** The last day on which a visit may stand. */
  to: LocalDate;
}

interface SlotSettings {
  slotsUntil: LocalDate | null;
  slotMinutes: number;
  slotCapacity: number;
  dayCapacity: number | null;
}

/** Four statements for the whole period, whatever its length. @returns null where the clinic has no such service */
export async function loadPlanningHouse(
  tx: Transaction,
  { clinicId, serviceId, from, to }: PlanPeriod,
  { party, patientId }: Pick<Booker, "party" | "patientId">,
  clock: Clock,
): Promise<{ house: PlanningHouse; calendar: Calendar } | null> {
  const query = { clinicId, serviceId, doctorId: null, patientId, days: { from, to: addDays(to, 1) } };
  const calendar = await loadCalendar(tx, query);
  if (!calendar || (patientId && !calendar.patient)) return null;
  const policy = party === "staff" ? frontDeskPolicy(calendar.policy) : calendar.policy;
  const now = clock(calendar.now);
  const horizonDays = Math.max(0, daysBetween(localDateOf(now, policy.timeZone), to)) + 1;
  const house = await houseOf(tx, { ...calendar, policy: { ...policy, horizonDays }, now });
  return { house, calendar };
}

/** The calendar with the slots of days that no job has come to yet, as they would be. */
export async function withDraftedDays(tx: Transaction, calendar: Calendar): Promise<Calendar> {
  const house = await houseOf(tx, calendar);
  const known = datesFrom(calendar.from, addDays(calendar.to, 1)).map((date) => house.slotsOn(date));
  return {
    ...calendar,
    slots: known.flatMap(({ slots }) => slots),
    days: known.flatMap(({ day }) => day ?? []),
  };
}

async function houseOf(tx: Transaction, calendar: Calendar): Promise<PlanningHouse> {
  const { id } = calendar.clinic;
  const [settings] = await tx.$queryRaw<SlotSettings[]>`
    SELECT slots_until::text AS "slotsUntil", slot_minutes AS "slotMinutes", slot_capacity AS "slotCapacity",
      day_capacity AS "dayCapacity" FROM clinic WHERE id = ${id}::uuid`;
  if (!settings) throw new Error("A clinic whose calendar was just read is there");
  const hours = await clinicHours(id, calendar.from, addDays(calendar.to, 1), tx);
  return new PlanningHouse({ ...calendar, ...settings, hours });
}
