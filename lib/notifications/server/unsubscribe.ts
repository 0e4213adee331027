import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { peekToken } from "#lib/auth/tokens.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction, type Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";

export interface ReminderSubscription {
  clinicName: string;
  email: string;
  getsReminders: boolean;
}

interface Subject {
  clinicId: string;
  email: string;
}

/** Whose reminders the link of one ends, and whether there are any to end; null where it opens nothing any more. */
export async function findReminderSubscription(token: string): Promise<ReminderSubscription | null> {
  const subject = await subjectOf(db, token);
  const clinic = subject && (await db.clinic.findUnique({ where: { id: subject.clinicId }, select: { name: true } }));
  if (!subject || !clinic) return null;
  const optOut = await db.reminderOptOut.findUnique({ where: { clinicId_email: subject } });
  return { clinicName: clinic.name, email: subject.email, getsReminders: optOut === null };
}

/** No more reminders from that clinic to that address, by any way. As often as one likes. */
export async function stopReminders(token: string): Promise<Result<null>> {
  return change(token, "reminders.stopped", async (tx, { clinicId, email }) => {
    return tx.$executeRaw`
      INSERT INTO reminder_opt_out (clinic_id, email) VALUES (${clinicId}::uuid, ${email}) ON CONFLICT DO NOTHING`;
  });
}

/** Takes it back. */
export async function resumeReminders(token: string): Promise<Result<null>> {
  return change(token, "reminders.resumed", async (tx, { clinicId, email }) => {
    return tx.$executeRaw`
      DELETE FROM reminder_opt_out WHERE clinic_id = ${clinicId}::uuid AND email = ${email}::citext`;
  });
}

async function change(
  token: string,
  action: string,
  write: (tx: Transaction, subject: Subject) => Promise<number>,
): Promise<Result<null>> {
  return inTransaction(async (tx) => {
    const subject = await subjectOf(tx, token);
    if (!subject) return refuse(refusal("NOT_FOUND"));
    const changed = await write(tx, subject);
    const { clinicId } = subject;
    // Without the address: the log tells that somebody did, and their row tells who.
    if (changed > 0)
      await recordAudit(tx, { clinicId, actor: "visitor", action, subjectType: "clinic", subjectId: clinicId });
    return ok(null);
  });
}

/** "clinic:address:nonce"; neither of the outer two has a colon. */
async function subjectOf(tx: Transaction, token: string): Promise<Subject | null> {
  const found = /^([^:]+):(.+):[^:]+$/.exec((await peekToken(tx, "unsubscribe", token)) ?? "");
  return found?.[1] && found[2] ? { clinicId: found[1], email: found[2] } : null;
}
