import "server-only";
import { type Actor, clinicsWithRole } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { isUuid } from "#lib/scheduling/server/is-uuid.ts";
import type { DeliveryState } from "../mail-log.ts";

type About = { appointmentId: string } | { subscriptionId: string };

interface Row extends Omit<DeliveryState, "at"> {
  at: Date;
}

/**
 * What went to whom about an appointment or a whole plan, newest first. For staff of its clinic and for the doctor of
 * the appointment; nothing for anybody else.
 */
export async function messagesOf(actor: Actor, about: About): Promise<DeliveryState[]> {
  const appointmentId = "appointmentId" in about ? about.appointmentId : null;
  const subscriptionId = "subscriptionId" in about ? about.subscriptionId : null;
  if (!isUuid(appointmentId ?? subscriptionId ?? "")) return [];
  const clinicIds = clinicsWithRole(actor, "staff");
  const rows = await db.$queryRaw<Row[]>`
    SELECT m.id::text, m.channel::text, m.kind, m.recipient::text, m.status::text AS state,
      coalesce(m.sent_at, m.created_at) AS at
    FROM message m LEFT JOIN appointment a ON a.id = m.appointment_id
    WHERE (m.appointment_id = ${appointmentId}::uuid OR m.subscription_id = ${subscriptionId}::uuid)
      AND (m.clinic_id = ANY(${clinicIds}::uuid[])
        OR (m.appointment_id = ${appointmentId}::uuid AND a.doctor_id = ${actor.doctorId}::uuid))
    ORDER BY m.id DESC LIMIT 100`;
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}
