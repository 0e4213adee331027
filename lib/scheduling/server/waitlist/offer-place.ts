import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { SystemActor } from "#lib/auth/actor.ts";
import type { Clock } from "#lib/clock.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { queueMessage } from "#lib/notifications/server/queue-message.ts";
import type { Result } from "#lib/result.ts";
import { type EpochMs, minutes } from "#lib/time.ts";
import type { ClinicView, WrittenAppointment } from "../../view.ts";
import { type Grant, offerLength } from "../../waitlist.ts";
import { placeBooking } from "../booking/place-booking.ts";
import { databaseNow } from "../database-now.ts";
import type { LoadedEntry } from "./load-waitlist.ts";
import { Overtaken } from "./waitlist-end.ts";

/**
 * Holds a place for whoever is first, with their entry, the line in the audit log and the mail, or nothing of it. That
 * no place is offered twice is kept by the guards of every booking, that nobody gets two by the entry's status.
 * @throws Overtaken when the entry no longer waits
 */
export async function offerPlace(
  tx: Transaction,
  actor: SystemActor,
  clinic: ClinicView,
  { entry, place }: Grant<LoadedEntry>,
  clock: Clock,
): Promise<Result<WrittenAppointment>> {
  const { startsAt } = place;
  const { serviceId, doctorId, patientId } = entry;
  const length = offerLength(clinic.offerMinutes, startsAt, await databaseNow(clock, tx));
  const booker = { actor, party: "patient", patientId, contact: null } as const;
  const order = { clinicId: clinic.id, serviceId, doctorId, startsAt, booker, hold: { key: null, minutes: length } };
  const held = await placeBooking(tx, order, clock);
  if (!held.ok) return held;

  const [offered] = await tx.$queryRaw<{ doctorName: string; serviceName: string; expiresAt: Date }[]>`
    UPDATE waitlist_entry w SET status = 'offered', offer_id = a.id, offer_expires_at = a.hold_expires_at
    FROM appointment a JOIN doctor d ON d.id = a.doctor_id JOIN service s ON s.id = a.service_id
    WHERE w.id = ${entry.id}::uuid AND w.status = 'waiting' AND a.id = ${held.value.id}::uuid
    RETURNING d.name AS "doctorName", s.name AS "serviceName", a.hold_expires_at AS "expiresAt"`;
  if (!offered) throw new Overtaken();
  const { expiresAt, ...names } = offered;
  await recordAudit(tx, {
    clinicId: clinic.id,
    actor,
    action: "waitlist.offered",
    subjectType: "waitlist",
    subjectId: entry.id,
    detail: { appointmentId: held.value.id },
  });
  await tell(tx, { clinic, entry, held: held.value, names, expiresAt: expiresAt.getTime() });
  return held;
}

interface Told {
  clinic: ClinicView;
  entry: LoadedEntry;
  held: WrittenAppointment;
  names: { doctorName: string; serviceName: string };
  expiresAt: EpochMs;
}

async function tell(tx: Transaction, { clinic, entry: { patient, patientId }, held, names, expiresAt }: Told) {
  const { name, email, locale } = patient;
  const { id, version, startsAt } = held;
  // Cut to the minute, as people read it.
  const until = Math.floor(expiresAt / minutes(1)) * minutes(1);
  await queueMessage(tx, {
    kind: "waitlist_offer",
    recipient: email,
    locale,
    clinicId: clinic.id,
    userId: patientId,
    appointmentId: id,
    appointmentVersion: version,
    payload: { name, clinicName: clinic.name, timeZone: clinic.timeZone, ...names, startsAt, expiresAt: until },
  });
}
