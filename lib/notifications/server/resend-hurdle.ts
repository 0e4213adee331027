import "server-only";
import type { Prisma } from "#lib/db/generated/client.ts";
import { wholeNews } from "../order.ts";

/** Why a message cannot be sent once more. */
export type ResendHurdle = "waiting" | "sending" | "dropped" | "late" | "newer" | "link";

/**
 * What stands against sending a message once more: its turn has yet to come, it is on its way, it was dropped, its time has passed, the person
 * has been written something newer, or its link opened an account and is gone. Null when nothing does.
 */
export async function resendHurdle(
  tx: Pick<Prisma.TransactionClient, "$queryRaw">,
  id: string,
): Promise<ResendHurdle | null> {
  const [row] = await tx.$queryRaw<{ hurdle: ResendHurdle | null }[]>`
    SELECT CASE
      WHEN m.status = 'queued' AND m.attempts = 0 THEN 'waiting'
      WHEN m.status = 'sending' THEN 'sending'
      WHEN m.status = 'superseded' THEN 'dropped'
      WHEN m.expires_at <= now() THEN 'late'
      WHEN EXISTS (SELECT FROM message newer WHERE newer.appointment_id = m.appointment_id
        AND newer.recipient = m.recipient AND newer.appointment_version > m.appointment_version
        AND newer.kind = ANY(${[...wholeNews]}) AND newer.status <> 'superseded') THEN 'newer'
      WHEN m.kind IN ('verify_email', 'reset_password', 'invitation') AND NOT m.payload ? 'token' THEN 'link' END AS hurdle
    FROM message m WHERE m.id = ${id}::uuid`;
  return row?.hurdle ?? null;
}
