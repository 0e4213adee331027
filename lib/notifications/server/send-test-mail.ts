import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { recordAudit } from "#lib/audit/server/record.ts";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { env } from "#lib/env.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { queueMessage } from "./queue-message.ts";

/** How a test mail fared within the time somebody waits for it. */
export interface TestMail {
  id: string;
  recipient: string;
  /** "kept": no mail server is set up. "waiting": nobody has tried yet, or the server has not answered. */
  outcome: "kept" | "waiting" | "sent" | "failed" | "refused";
  answer: string;
}

const lookEveryMs = 250;
/** Long enough for a worker that looks every two seconds and a slow server. */
const patienceMs = 15_000;
/** What did not get through by then was about another setting. */
const worthMs = 10 * 60_000;

/** Sends a mail to the admin's own address the way all mails go, and waits a little to see what comes of it. */
export async function sendTestMail(
  actor: Actor,
  { clinicId }: { clinicId: string },
  waitMs = patienceMs,
): Promise<Result<TestMail>> {
  if (!hasRole(actor, clinicId, "admin")) return refuse(refusal("NOT_FOUND"));
  const [user, clinic] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id: actor.userId }, select: { email: true, name: true, locale: true } }),
    db.clinic.findUniqueOrThrow({ where: { id: clinicId }, select: { name: true } }),
  ]);
  const { email: recipient, name, locale } = user;
  const id = await inTransaction(async (tx) => {
    const written = await queueMessage(tx, {
      kind: "test_mail",
      recipient,
      locale,
      clinicId,
      userId: actor.userId,
      payload: { name, clinicName: clinic.name },
      expiresAt: Date.now() + worthMs,
    });
    if (!written) throw new Error("Nothing else is like a test mail");
    const subject = { subjectType: "message", subjectId: written };
    await recordAudit(tx, { clinicId, actor, action: "message.tested", ...subject });
    return written;
  });
  if (!env().mail) return ok({ id, recipient, outcome: "kept", answer: "" });
  for (let waited = 0; waited < waitMs; waited += lookEveryMs) {
    await sleep(lookEveryMs);
    const tried = await db.messageAttempt.findFirst({ where: { messageId: id }, orderBy: { id: "desc" } });
    if (tried) return ok({ id, recipient, outcome: tried.outcome, answer: tried.answer ?? "" });
  }
  return ok({ id, recipient, outcome: "waiting", answer: "" });
}
