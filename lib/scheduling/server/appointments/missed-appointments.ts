import "server-only";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import type { MissedAppointments } from "../../view.ts";
import { isUuid } from "../is-uuid.ts";
import { partyOf } from "../party.ts";

const longestList = 20;

/**
 * What the patient of an appointment missed at this clinic within a year, the latest first. For staff and the
 * appointment's doctor. @returns null for anybody else, and where nobody with an account comes
 */
export async function missedAppointments(actor: Actor, appointmentId: string): Promise<MissedAppointments | null> {
  if (!isUuid(appointmentId)) return null;
  const about = await db.appointment.findUnique({
    where: { id: appointmentId },
    select: {
      id: true,
      clinicId: true,
      doctorId: true,
      patientId: true,
      clinic: { select: { noShowLimit: true } },
    },
  });
  const party = about && partyOf(actor, about);
  if (!about?.patientId || !party || party === "patient") return null;
  const rows = await db.$queryRaw<MissedAppointments["appointments"]>`
    SELECT a.id::text, a.version, epoch_ms(a.starts_at)::float8 AS "startsAt", s.name AS "serviceName",
      a.no_show_waived_at IS NOT NULL AS "isWaived"
    FROM appointment a JOIN service s ON s.id = a.service_id
    WHERE a.patient_id = ${about.patientId}::uuid AND a.clinic_id = ${about.clinicId}::uuid AND a.status = 'no_show'
      AND a.starts_at > now() - interval '1 year'
    ORDER BY a.starts_at DESC LIMIT ${longestList}`;
  return { limit: about.clinic.noShowLimit, missed: rows.filter((row) => !row.isWaived).length, appointments: rows };
}
