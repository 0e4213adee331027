import "server-only";
import type { Transaction } from "#lib/db/transaction.ts";
import type { EpochMs, LocalDate } from "#lib/time.ts";
import type { Day, StoredSlot } from "../../capacity.ts";
import type { Closure } from "../../hours.ts";

export interface HouseDays {
  /** The database's. */
  now: EpochMs;
  /** Sorted. */
  slots: StoredSlot[];
  days: Day[];
  closures: Closure[];
}

/** The slots, days and closures of a clinic on some days (both included), whatever the service; in one statement. */
export async function loadDays(tx: Transaction, clinicId: string, from: LocalDate, to: LocalDate): Promise<HouseDays> {
  const [row] = await tx.$queryRaw<
    { now: bigint; slots: StoredSlot[] | null; days: Day[] | null; closures: Closure[] | null }[]
  >`
    SELECT epoch_ms(clock_timestamp()) AS now,
      (SELECT json_agg(json_build_object('id', id, 'startsAt', epoch_ms(starts_at), 'endsAt', epoch_ms(ends_at),
          'localDate', local_date, 'capacity', capacity, 'booked', booked, 'isOpen', is_open) ORDER BY starts_at)
        FROM time_slot WHERE clinic_id = ${clinicId}::uuid AND local_date BETWEEN ${from}::date AND ${to}::date) AS slots,
      (SELECT json_agg(json_build_object('localDate', local_date, 'capacity', capacity, 'booked', booked))
        FROM clinic_day WHERE clinic_id = ${clinicId}::uuid AND local_date BETWEEN ${from}::date AND ${to}::date) AS days,
      (SELECT json_agg(json_build_object('from', from_date, 'to', to_date, 'reason', reason,
          'openTime', to_char(open_time, 'HH24:MI'), 'closeTime', to_char(close_time, 'HH24:MI')))
        FROM closure WHERE clinic_id = ${clinicId}::uuid AND from_date <= ${to}::date AND to_date >= ${from}::date) AS closures`;
  if (!row) throw new Error("A statement without FROM returns a row");
  return { now: Number(row.now), slots: row.slots ?? [], days: row.days ?? [], closures: row.closures ?? [] };
}
