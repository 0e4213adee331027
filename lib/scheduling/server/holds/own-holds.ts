import "server-only";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import type { Statements } from "#lib/db/statements.ts";
import type { EpochMs } from "#lib/time.ts";
import { holdKeyOf } from "../booking/held-place.ts";

/** Who keeps a time: somebody with an account, a browser, or both. */
export interface Holder {
  userId: string | null;
  key: Buffer | null;
}

export interface OwnHold {
  id: string;
  clinicId: string;
  serviceId: string;
  doctorId: string;
  startsAt: EpochMs;
  endsAt: EpochMs;
  createdAt: EpochMs;
  expiresAt: EpochMs;
  version: number;
  isLive: boolean;
  /** Kept by this very browser, not by another one of the same person. */
  isOfBrowser: boolean;
  /** Of the clinic: how long it keeps a time. */
  holdMinutes: number;
  now: EpochMs;
}

export function holderOf(actor: Actor | GuestActor, secret: string | undefined): Holder {
  return { userId: actor.kind === "person" ? actor.userId : null, key: secret ? holdKeyOf(secret) : null };
}

/** What somebody keeps while they book, the latest first; what was offered to them is not theirs to exchange. */
export async function ownHolds(tx: Statements, { userId, key }: Holder): Promise<OwnHold[]> {
  return tx.$queryRaw<OwnHold[]>`
    SELECT a.id::text, a.clinic_id::text AS "clinicId", service_id::text AS "serviceId", doctor_id::text AS "doctorId",
      epoch_ms(starts_at)::float8 AS "startsAt", epoch_ms(ends_at)::float8 AS "endsAt", epoch_ms(a.created_at)::float8 AS "createdAt",
      epoch_ms(hold_expires_at)::float8 AS "expiresAt", version, hold_expires_at > clock_timestamp() AS "isLive",
      coalesce(hold_key = ${key}::bytea, false) AS "isOfBrowser", c.hold_minutes AS "holdMinutes",
      epoch_ms(clock_timestamp())::float8 AS now
    FROM appointment a JOIN clinic c ON c.id = a.clinic_id
    WHERE status = 'held' AND (hold_key = ${key}::bytea OR patient_id = ${userId}::uuid)
      AND replaces_id IS NULL AND NOT EXISTS (SELECT FROM waitlist_entry w WHERE w.offer_id = a.id)
    ORDER BY a.created_at DESC`;
}

/** Whether a hold is for what is wished now. */
export function isFor(
  hold: OwnHold,
  wish: { clinicId: string; serviceId: string; doctorId: string | null; startsAt: EpochMs },
): boolean {
  return (
    hold.clinicId === wish.clinicId &&
    hold.serviceId === wish.serviceId &&
    hold.startsAt === wish.startsAt &&
    (wish.doctorId === null || wish.doctorId === hold.doctorId)
  );
}
