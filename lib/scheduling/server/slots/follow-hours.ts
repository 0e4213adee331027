import "server-only";
import type { Clock } from "#lib/clock.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { addDays, datesFrom, type LocalDate, localDateOf } from "#lib/time.ts";
import { datesThatChange } from "../../regeneration.ts";
import type { SlotsRegenerated } from "../../view.ts";
import { clinicHours } from "../clinic/business-hours.ts";
import { databaseNow } from "../database-now.ts";
import { nothingRegenerated, regenerate } from "./regenerate.ts";
import type { SlotClinic } from "./store-slots.ts";

/**
 * Changes a clinic's hours and lets the slots follow, in one transaction: from today to the last day that has slots, and
 * of those only the days on which the clinic opens otherwise than before. Other days keep what somebody made of them.
 * @param clinic locked by `lockClinic`
 */
export async function followHours(
  tx: Transaction,
  clinic: SlotClinic,
  clock: Clock,
  change: () => Promise<void>,
): Promise<SlotsRegenerated> {
  const now = await databaseNow(clock, tx);
  const dates = await generatedDates(tx, clinic, localDateOf(now, clinic.timeZone));
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) {
    await change();
    return nothingRegenerated;
  }
  const before = await clinicHours(clinic.id, first, last, tx);
  await change();
  const hours = await clinicHours(clinic.id, first, last, tx);
  return regenerate(tx, { clinic, dates: datesThatChange(dates, before, hours), hours, before, now });
}

/** From today on as far as slots were made without a gap, and later days that have, or had, some. */
async function generatedDates(tx: Transaction, { id, slotsUntil }: SlotClinic, today: LocalDate): Promise<LocalDate[]> {
  const known = slotsUntil === null ? [] : datesFrom(today, slotsUntil);
  const beyond = known.length === 0 ? today : addDays(known.at(-1) as LocalDate, 1);
  const rows = await tx.$queryRaw<{ localDate: LocalDate }[]>`
    SELECT local_date::text AS "localDate" FROM clinic_day
    WHERE clinic_id = ${id}::uuid AND local_date >= ${beyond}::date ORDER BY local_date`;
  return [...known, ...rows.map((row) => row.localDate)];
}
