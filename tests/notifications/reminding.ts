import { randomUUID } from "node:crypto";
import { queueReminders } from "#lib/notifications/server/queue-reminders.ts";
import { addDays, type EpochMs, type LocalDate } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, clockAt, insertSql, insertValues, makeHouse, makePatients, monday, type Person } from "../factories.ts";

/** Wall times of the test's Monday, and of days before it. */
export const before = (days: number, time: string): EpochMs => at(time, addDays(monday, -days));

export type House = Awaited<ReturnType<typeof reminderHouse>>;

/** A house with one patient, and everything that stands in the outbox about it. */
export async function reminderHouse(settings: Parameters<typeof makeHouse>[0] = {}) {
  const house = await makeHouse({ doctors: 3, ...settings });
  const [patient] = (await makePatients(1)) as [Person];
  return { ...house, patient };
}

export async function book(
  { clinic, service, doctors }: House,
  { id: patientId }: { id: string },
  startsAt: EpochMs,
  { status = "confirmed", doctor = 0 }: { status?: "pending" | "confirmed"; doctor?: number } = {},
): Promise<string> {
  const doctorId = doctors[doctor]?.doctorId as string;
  const values = insertValues({ clinicId: clinic.id, serviceId: service.id, doctorId, patientId, startsAt, status });
  const [row] = await ownerSql<{ id: string }>(insertSql, values);
  return row?.id as string;
}

/** Makes an appointment one of somebody without an account. */
export async function makeGuest(appointmentId: string, name = "Gus Guest"): Promise<string> {
  const email = `${randomUUID()}@example.test`;
  await ownerSql("UPDATE appointment SET patient_id = NULL, contact_name = $2, contact_email = $3 WHERE id = $1", [
    appointmentId,
    name,
    email,
  ]);
  return email;
}

export const remindAt = (instant: EpochMs) => queueReminders(clockAt(instant));

export interface Reminder {
  id: string;
  clinicId: string;
  recipient: string;
  channel: "email" | "sms";
  status: string;
  onceKey: string | null;
  expiresAt: EpochMs;
  payload: {
    before: number;
    localDate: LocalDate;
    isGuest: boolean;
    unsubscribe?: string;
    appointments: { id: string; startsAt: EpochMs; status: string; token?: string }[];
  };
}

/** The clinic's reminders in the order in which they were written. */
export async function remindersOf({ clinic }: House): Promise<Reminder[]> {
  const rows = await ownerSql<Reminder>(
    `SELECT id, clinic_id AS "clinicId", recipient::text, channel::text, status::text, once_key AS "onceKey", payload,
       extract(epoch FROM expires_at)::float8 * 1000 AS "expiresAt"
     FROM message WHERE clinic_id = $1 AND kind = 'reminder' ORDER BY id`,
    [clinic.id],
  );
  return rows;
}

/** Which reminders were written, in minutes before. */
export async function plansSent(house: House): Promise<number[]> {
  return (await remindersOf(house)).map(({ payload }) => payload.before);
}
