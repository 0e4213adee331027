import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { SystemActor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { addDays, type LocalDate, localDateOf } from "#lib/time.ts";
import { generateSlots, slotLimits } from "../../slot.ts";
import { clinicHours } from "../clinic/business-hours.ts";
import { databaseNow } from "../database-now.ts";
import { lockClinic, storeSlots } from "./store-slots.ts";

/**
 * Makes the slots of the days that every clinic has come to within ninety days of, each day once: what somebody deletes
 * afterwards stays deleted. Safe on several nodes at once, and after a standstill.
 * @returns how many slots are new
 */
export async function extendSlots(actor: SystemActor, clock: Clock = databaseClock): Promise<number> {
  const now = await databaseNow(clock);
  const clinics = await db.clinic.findMany({
    select: { id: true, timeZone: true, slotsUntil: true },
    orderBy: { id: "asc" },
  });
  let created = 0;
  for (const { id, timeZone, slotsUntil } of clinics) {
    const until = slotsUntil?.toISOString().slice(0, 10) ?? "";
    if (until < lastDay(localDateOf(now, timeZone)))
      created += await inTransaction((tx) => extend(tx, actor, id, clock));
  }
  return created;
}

async function extend(tx: Transaction, actor: SystemActor, clinicId: string, clock: Clock): Promise<number> {
  const clinic = await lockClinic(tx, clinicId);
  if (!clinic) return 0;
  const today = localDateOf(await databaseNow(clock, tx), clinic.timeZone);
  const to = lastDay(today);
  const known = clinic.slotsUntil ?? (await lastStored(tx, clinicId, to));
  if (clinic.slotsUntil !== null && clinic.slotsUntil >= to) return 0;
  const from = known !== null && known >= today ? addDays(known, 1) : today;
  const { timeZone: zone, slotMinutes } = clinic;
  const drafts = generateSlots({ from, to, ...(await clinicHours(clinicId, from, to, tx)), zone, slotMinutes });
  const created = await storeSlots(tx, clinic, drafts);
  await tx.$executeRaw`UPDATE clinic SET slots_until = ${to}::date WHERE id = ${clinicId}::uuid`;
  if (created === 0) return 0;
  await recordAudit(tx, {
    clinicId,
    actor,
    action: "slots.extended",
    subjectType: "clinic",
    subjectId: clinicId,
    detail: { from, to, created },
  });
  return created;
}

/** The last of the ninety days from today on. */
function lastDay(today: LocalDate): LocalDate {
  return addDays(today, slotLimits.maxDays - 1);
}

/** Of a clinic whose slots were made by hand so far: up to here its days are known. */
async function lastStored(tx: Transaction, clinicId: string, to: LocalDate): Promise<LocalDate | null> {
  const [row] = await tx.$queryRaw<{ last: LocalDate | null }[]>`
    SELECT max(local_date)::text AS last FROM time_slot
    WHERE clinic_id = ${clinicId}::uuid AND local_date <= ${to}::date`;
  return row?.last ?? null;
}
