import "server-only";
import type { Transaction } from "#lib/db/transaction.ts";
import { forgetInSheets } from "./forget-in-sheets.ts";
import { erasedAddress } from "./rename-account.ts";

/** By what somebody was known. */
export interface Known {
  userId: string;
  email: string;
  phone: string | null;
}

/**
 * Removes a person's words and addresses from whatever tells of them; the rows stay, so that counts stay true. The audit
 * log holds ids alone and is left as it is.
 */
export async function forgetTraces(tx: Transaction, known: Known, name: string): Promise<void> {
  const { userId, email } = known;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM appointment WHERE patient_id = ${userId}::uuid
    UNION
    SELECT v.appointment_id::text FROM visit v JOIN subscription s ON s.id = v.subscription_id
    WHERE s.patient_id = ${userId}::uuid AND v.appointment_id IS NOT NULL`;
  const appointments = rows.map(({ id }) => id);
  const plans = await tx.subscription.findMany({ where: { patientId: userId }, select: { id: true } });
  const planIds = plans.map(({ id }) => id);

  await forgetInSheets(tx, appointments);
  await tx.$executeRaw`
    UPDATE appointment SET notes = NULL, internal_notes = NULL, answers = '[]', cancel_reason = NULL, video_url = NULL,
      contact_name = CASE WHEN patient_id IS NULL THEN ${name} END, contact_email = NULL, contact_phone = NULL,
      updated_at = now()
    WHERE id = ANY(${appointments}::uuid[])`;
  await tx.$executeRaw`
    UPDATE subscription SET contact_name = NULL, contact_email = NULL, contact_phone = NULL, address_line1 = NULL,
      city = NULL, postcode = NULL, country = NULL, updated_at = now()
    WHERE patient_id = ${userId}::uuid`;
  await forgetMessages(tx, known, { appointments, planIds });
  await tx.$executeRaw`
    UPDATE access_token SET revoked_at = coalesce(revoked_at, now()), name = NULL,
      subject = CASE WHEN purpose = 'unsubscribe' THEN 'erased:' || id ELSE subject END
    WHERE strpos(subject, ${userId}) > 0 OR split_part(subject, ':', 1) = ANY(${[...appointments, ...planIds]})
      OR (purpose = 'unsubscribe' AND strpos(lower(subject), ':' || lower(${email}) || ':') > 0)`;
  await tx.$executeRaw`
    UPDATE invitation SET email = ${erasedAddress(userId)},
      revoked_at = CASE WHEN accepted_at IS NULL THEN coalesce(revoked_at, now()) END
    WHERE email = ${email}::citext OR accepted_by_id = ${userId}::uuid`;
  await tx.$executeRaw`DELETE FROM reminder_opt_out WHERE email = ${email}::citext`;
  await tx.$executeRaw`DELETE FROM idempotency_key WHERE actor = ${userId}`;
  await tx.$executeRaw`DELETE FROM rate_limit WHERE split_part(bucket, ':', 2) IN (lower(${email}), ${userId})`;
}

/** Of messages to the team about this person the recipient stays, and what was said goes. */
async function forgetMessages(
  tx: Transaction,
  { userId, email, phone }: Known,
  { appointments, planIds }: { appointments: string[]; planIds: string[] },
): Promise<void> {
  await tx.$executeRaw`
    WITH told AS (
      UPDATE message SET payload = '{}', last_error = NULL, once_key = CASE WHEN once_key IS NOT NULL THEN 'erased:' || id END,
        recipient = CASE WHEN user_id = ${userId}::uuid OR recipient IN (${email}::citext, ${phone}::citext)
          THEN ('deleted-' || ${userId} || '@' || channel || '.invalid')::citext ELSE recipient END,
        status = CASE WHEN status IN ('queued', 'sending') THEN 'superseded' ELSE status END, leased_until = NULL
      WHERE user_id = ${userId}::uuid OR appointment_id = ANY(${appointments}::uuid[])
        OR subscription_id = ANY(${planIds}::uuid[])
        OR ((recipient IN (${email}::citext, ${phone}::citext) OR lower(payload->>'email') = lower(${email}))
          AND appointment_id IS NULL AND subscription_id IS NULL)
      RETURNING id
    )
    UPDATE message_attempt SET answer = NULL WHERE message_id IN (SELECT id FROM told)`;
}
