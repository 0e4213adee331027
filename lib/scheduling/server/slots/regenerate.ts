import "server-only";
import type { Transaction } from "#lib/db/transaction.ts";
import type { EpochMs, LocalDate } from "#lib/time.ts";
import {
  type ClinicHours,
  type KnownSlot,
  openingOnDates,
  planRegeneration,
  type Regeneration,
} from "../../regeneration.ts";
import { generateSlots } from "../../slot.ts";
import type { ConcernedAppointment, SlotsRegenerated } from "../../view.ts";
import { type SlotClinic, storeSlots } from "./store-slots.ts";

interface Regenerating {
  /** Locked by `lockClinic`. */
  clinic: SlotClinic;
  /** Ascending. */
  dates: readonly LocalDate[];
  hours: ClinicHours;
  /** The hours until now; null where they did not change. */
  before: ClinicHours | null;
  now: EpochMs;
}

export const nothingRegenerated: SlotsRegenerated = {
  created: 0,
  dropped: 0,
  closed: 0,
  reopened: 0,
  kept: 0,
  appointments: [],
};

/**
 * Lets the slots of some days follow the clinic's hours, by `planRegeneration`. Days are locked first, so that a booking
 * of one of them is either counted here or finds the slots as they are afterwards.
 */
export async function regenerate(tx: Transaction, asked: Regenerating): Promise<SlotsRegenerated> {
  const { clinic, dates, hours, before, now } = asked;
  if (dates.length === 0) return nothingRegenerated;
  const { timeZone: zone, slotMinutes } = clinic;
  await lockDays(tx, clinic.id, dates);
  const plan = planRegeneration({
    wanted: dates.flatMap((date) => generateSlots({ from: date, to: date, ...hours, zone, slotMinutes })),
    stored: await lockSlots(tx, clinic.id, dates),
    opening: openingOnDates(dates, hours, zone),
    before: before && openingOnDates(dates, before, zone),
    now,
  });
  const created = await carryOut(tx, clinic, plan);
  return {
    created,
    dropped: plan.drop.length,
    closed: plan.close.length,
    reopened: plan.reopen.length,
    kept: plan.kept.length,
    appointments: await concerned(tx, clinic.id, plan.kept),
  };
}

async function carryOut(tx: Transaction, clinic: SlotClinic, plan: Regeneration): Promise<number> {
  await tx.$executeRaw`DELETE FROM time_slot WHERE id = ANY(${idsOf(plan.drop)}::uuid[])`;
  await tx.$executeRaw`UPDATE time_slot SET is_open = false WHERE id = ANY(${idsOf(plan.close)}::uuid[])`;
  await tx.$executeRaw`UPDATE time_slot SET is_open = true WHERE id = ANY(${idsOf(plan.reopen)}::uuid[])`;
  return storeSlots(tx, clinic, plan.create);
}

async function lockDays(tx: Transaction, clinicId: string, dates: readonly LocalDate[]): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM clinic_day WHERE clinic_id = ${clinicId}::uuid AND local_date = ANY(${dates}::date[])
    ORDER BY local_date FOR NO KEY UPDATE`;
}

async function lockSlots(tx: Transaction, clinicId: string, dates: readonly LocalDate[]): Promise<KnownSlot[]> {
  const rows = await tx.$queryRaw<(Omit<KnownSlot, "startsAt" | "endsAt"> & { startsAt: Date; endsAt: Date })[]>`
    SELECT id::text, starts_at AS "startsAt", ends_at AS "endsAt", booked, is_open AS "isOpen" FROM time_slot
    WHERE clinic_id = ${clinicId}::uuid AND local_date = ANY(${dates}::date[]) ORDER BY starts_at FOR UPDATE`;
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.getTime(), endsAt: row.endsAt.getTime() }));
}

/** The appointments that take a place in slots which the hours no longer ask for, by start. */
async function concerned(
  tx: Transaction,
  clinicId: string,
  kept: readonly KnownSlot[],
): Promise<ConcernedAppointment[]> {
  if (kept.length === 0) return [];
  const rows = await tx.$queryRaw<(Omit<ConcernedAppointment, "startsAt"> & { startsAt: Date })[]>`
    SELECT a.id::text, a.starts_at AS "startsAt", s.name AS "serviceName", d.name AS "doctorName",
      coalesce(u.name, a.contact_name, '') AS "patientName"
    FROM appointment a JOIN service s ON s.id = a.service_id JOIN doctor d ON d.id = a.doctor_id
      LEFT JOIN app_user u ON u.id = a.patient_id
    WHERE a.clinic_id = ${clinicId}::uuid AND occupies(a.status) AND EXISTS (
      SELECT FROM unnest(${kept.map((slot) => slot.startsAt)}::float8[], ${kept.map((slot) => slot.endsAt)}::float8[])
        AS kept (start, finish)
      WHERE a.starts_at < to_timestamp(kept.finish / 1000) AND a.ends_at > to_timestamp(kept.start / 1000))
    ORDER BY a.starts_at, a.id`;
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.getTime() }));
}

function idsOf(slots: readonly KnownSlot[]): string[] {
  return slots.map((slot) => slot.id);
}
