import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { AnyActor } from "#lib/auth/actor.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import type { AppointmentStatus } from "../../lifecycle.ts";
import type { WaitlistStatus } from "../../waitlist.ts";
import { changeStatus } from "../booking/write-appointment.ts";

/** An entry as somebody saw it who is going to change it. */
export interface SeenEntry {
  id: string;
  clinicId: string;
  patientId: string;
  status: WaitlistStatus;
  offer: { id: string; status: AppointmentStatus; version: number } | null;
}

/** Somebody else has changed the entry or its offer: nothing of this transaction may stay. */
export class Overtaken extends Error {}

export async function findEntry(tx: Transaction, id: string): Promise<SeenEntry | null> {
  return tx.waitlistEntry.findUnique({
    where: { id },
    select: {
      id: true,
      clinicId: true,
      patientId: true,
      status: true,
      offer: { select: { id: true, status: true, version: true } },
    },
  });
}

/** Ends a wish; what was held for it is free again at once. @throws Overtaken */
export async function endWish(
  tx: Transaction,
  actor: AnyActor,
  entry: SeenEntry,
  to: "declined" | "expired" | "withdrawn",
): Promise<void> {
  if (entry.status === "offered" && entry.offer?.status === "held") await giveBack(tx, actor, entry, entry.offer);
  await moveEntry(tx, actor, entry, to);
}

/** Compare-and-swap on the status. @throws Overtaken */
export async function moveEntry(tx: Transaction, actor: AnyActor, entry: SeenEntry, to: WaitlistStatus): Promise<void> {
  const { id, clinicId, status } = entry;
  const changed = await tx.$executeRaw`
    UPDATE waitlist_entry SET status = ${to}::waitlist_status
    WHERE id = ${id}::uuid AND status = ${status}::waitlist_status`;
  if (changed === 0) throw new Overtaken();
  const action = `waitlist.${to}`;
  await recordAudit(tx, { clinicId, actor, action, subjectType: "waitlist", subjectId: id, detail: { from: status } });
}

const attempts = 3;

/**
 * Looks again where somebody else was faster: it may only have been the clock that ended the hold.
 * @returns null where others were faster each time, whatever `work` would have written
 */
export async function unlessOvertaken<T>(work: (tx: Transaction) => Promise<T>): Promise<T | null> {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      return await inTransaction(work);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }
  return null;
}

/** The day first, as everybody locks. */
async function giveBack(
  tx: Transaction,
  actor: AnyActor,
  { clinicId }: SeenEntry,
  { id, version }: { id: string; version: number },
): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM appointment a JOIN clinic_day d ON d.clinic_id = a.clinic_id AND d.local_date = a.local_date
    WHERE a.id = ${id}::uuid FOR NO KEY UPDATE OF d`;
  const change = { id, clinicId, from: "held", to: "expired", version, reason: null } as const;
  const written = await changeStatus(tx, change, { actor, action: "appointment.expired", messages: [] });
  if (!written) throw new Overtaken();
}
