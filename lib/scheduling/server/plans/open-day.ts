import "server-only";
import type { Transaction } from "#lib/db/transaction.ts";
import type { LocalDate } from "#lib/time.ts";
import { generateSlots } from "../../slot.ts";
import { clinicHours } from "../clinic/business-hours.ts";
import { lockClinic, storeSlots } from "../slots/store-slots.ts";

/**
 * Stores the slots of one day that no job has come to yet, by the same rules; nothing for a day that is known. Comes
 * before every other lock.
 */
export async function openDay(tx: Transaction, clinicId: string, date: LocalDate): Promise<void> {
  if (await isKnown(tx, clinicId, date)) return;
  const clinic = await lockClinic(tx, clinicId);
  if (!clinic || (await isKnown(tx, clinicId, date))) return;
  const { timeZone: zone, slotMinutes } = clinic;
  const hours = await clinicHours(clinicId, date, date, tx);
  await storeSlots(tx, clinic, generateSlots({ from: date, to: date, ...hours, zone, slotMinutes }));
}

async function isKnown(tx: Transaction, clinicId: string, date: LocalDate): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isKnown: boolean }[]>`
    SELECT ${date}::date <= coalesce(slots_until, 'today'::date) OR EXISTS (
      SELECT FROM clinic_day WHERE clinic_id = c.id AND local_date = ${date}::date) AS "isKnown"
    FROM clinic c WHERE id = ${clinicId}::uuid`;
  return row?.isKnown ?? true;
}
