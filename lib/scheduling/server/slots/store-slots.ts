import "server-only";
import type { Transaction } from "#lib/db/transaction.ts";
import type { LocalDate, TimeZone } from "#lib/time.ts";
import type { SlotDraft } from "../../slot.ts";

/** What of a clinic its slots depend on. */
export interface SlotClinic {
  id: string;
  timeZone: TimeZone;
  slotMinutes: number;
  slotCapacity: number;
  dayCapacity: number | null;
  /** The last day that slots were made for without a gap; null before the first. */
  slotsUntil: LocalDate | null;
}

/**
 * Takes the clinic for whoever changes its hours or makes slots: they take turns, so that each sees what the one before
 * left. Comes before every other lock; bookings do not wait for it.
 */
export async function lockClinic(tx: Transaction, clinicId: string): Promise<SlotClinic | null> {
  const [clinic] = await tx.$queryRaw<SlotClinic[]>`
    SELECT id::text, time_zone AS "timeZone", slot_minutes AS "slotMinutes", slot_capacity AS "slotCapacity",
      day_capacity AS "dayCapacity", slots_until::text AS "slotsUntil"
    FROM clinic WHERE id = ${clinicId}::uuid FOR NO KEY UPDATE`;
  return clinic ?? null;
}

/**
 * Stores slots with the days they are counted on, in ascending order; what would overlap is left out, and a day that is
 * there keeps its capacity. Precondition: the clinic is locked.
 * @returns how many are new
 */
export async function storeSlots(
  tx: Transaction,
  { id, dayCapacity, slotCapacity }: Pick<SlotClinic, "id" | "dayCapacity" | "slotCapacity">,
  drafts: readonly SlotDraft[],
): Promise<number> {
  if (drafts.length === 0) return 0;
  const dates = [...new Set(drafts.map((draft) => draft.localDate))];
  await tx.$executeRaw`
    INSERT INTO clinic_day (clinic_id, local_date, capacity)
    SELECT ${id}::uuid, date, ${dayCapacity}::int FROM unnest(${dates}::date[]) AS date ORDER BY date
    ON CONFLICT DO NOTHING`;
  // ON CONFLICT covers the exclusion constraint too.
  return tx.$executeRaw`
    INSERT INTO time_slot (clinic_id, starts_at, ends_at, local_date, capacity)
    SELECT ${id}::uuid, to_timestamp(start / 1000), to_timestamp(finish / 1000), current_date, ${slotCapacity}::int
    FROM unnest(${drafts.map((draft) => draft.startsAt)}::float8[], ${drafts.map((draft) => draft.endsAt)}::float8[])
      AS draft (start, finish)
    ORDER BY start
    ON CONFLICT DO NOTHING`;
}

/** Remembers how far slots reach, where `from` leaves no gap to what is known; days until then are not made again. */
export async function noteReach(tx: Transaction, clinicId: string, from: LocalDate, to: LocalDate): Promise<void> {
  await tx.$executeRaw`
    UPDATE clinic SET slots_until = ${to}::date
    WHERE id = ${clinicId}::uuid AND slots_until < ${to}::date AND slots_until >= ${from}::date - 1`;
}
