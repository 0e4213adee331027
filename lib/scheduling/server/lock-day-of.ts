import "server-only";
import type { Transaction } from "#lib/db/transaction.ts";

/** Days come first in the global lock order, so that giving back a place never crosses with taking one. */
export async function lockDayOf(tx: Transaction, appointmentId: string): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM appointment a JOIN clinic_day d ON d.clinic_id = a.clinic_id AND d.local_date = a.local_date
    WHERE a.id = ${appointmentId}::uuid FOR NO KEY UPDATE OF d`;
}
