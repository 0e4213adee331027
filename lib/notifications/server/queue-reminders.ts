import "server-only";
import { randomUUID } from "node:crypto";
import { makeToken } from "#lib/auth/tokens.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { databaseNow } from "#lib/scheduling/server/database-now.ts";
import { minutes } from "#lib/time.ts";
import type { MessagePayload } from "../message-kinds.ts";
import { dueReminder, reminderKey } from "../reminders.ts";
import { loadReminderDays, type ReminderDay } from "./person-days.ts";
import { textsGoTo } from "./texts-go-to.ts";
import { type OnceMessage, type StoredToken, writeOnce } from "./write-once.ts";

const batchSize = 200;
const linkLivesAfter = minutes(31 * 1440);
const unsubscribeLivesFor = minutes(400 * 1440);

/** What a reminder says beyond its mail: by which it is held against the calendar before it is sent. */
export type StoredReminder = MessagePayload<"reminder"> & {
  email: string;
  localDate: string;
  before: number;
};

/**
 * Writes every reminder that is due into the outbox. Safe on several nodes at once and after a standstill: what was
 * written once is not written again.
 * @returns how many messages are new
 */
export async function queueReminders(clock: Clock = databaseClock): Promise<number> {
  const now = await databaseNow(clock);
  const days = await loadReminderDays(db, now);
  const due = days.flatMap((day) => {
    const before = dueReminder(day, now);
    return before === null ? [] : messagesFor(day, before, now);
  });
  let written = 0;
  for (let n = 0; n < due.length; n += batchSize) {
    written += await inTransaction((tx) => writeOnce(tx, due.slice(n, n + batchSize)));
  }
  return written;
}

/** The mail and, where it is wanted and can be sent, the text message; both in one go, or neither. */
function messagesFor(day: ReminderDay, before: number, now: number): OnceMessage[] {
  const ahead = day.appointments.filter(({ startsAt }) => startsAt > now);
  const { clinic, email, localDate, locale, userId } = day;
  const appointmentId = ahead[0]?.id ?? null;
  const expiresAt = Math.max(...ahead.map(({ startsAt }) => startsAt));
  const about = { kind: "reminder", clinicId: clinic.id, userId, appointmentId, locale, expiresAt } as const;
  const key = { clinicId: clinic.id, email, localDate, before };

  const tokens: StoredToken[] = [];
  const tokenFor = (purpose: StoredToken["purpose"], subject: string, expires: number): string => {
    const { token, hash } = makeToken();
    tokens.push({ purpose, hash, subject: `${subject}:${randomUUID()}`, expiresAt: expires });
    return token;
  };
  const said = ahead.map(({ id, startsAt, serviceName, doctorName, status, videoUrl }) => ({
    id,
    startsAt,
    serviceName,
    doctorName,
    status,
    videoUrl,
  }));
  const payload: StoredReminder = {
    name: day.name,
    clinicName: clinic.name,
    clinicPhone: clinic.phone,
    timeZone: day.timeZone,
    isGuest: day.isGuest,
    email,
    localDate,
    before,
    appointments: said,
  };
  const withLinks: StoredReminder = {
    ...payload,
    appointments: said.map((one) => ({
      ...one,
      token: tokenFor("appointment", one.id, one.startsAt + linkLivesAfter),
    })),
    unsubscribe: tokenFor("unsubscribe", `${clinic.id}:${email}`, now + unsubscribeLivesFor),
  };
  const onceKey = reminderKey({ ...key, channel: "email" });
  const mail: OnceMessage = { ...about, channel: "email", recipient: email, onceKey, payload: withLinks, tokens };
  const phone = textsGoTo(day);
  if (!phone) return [mail];
  const smsKey = reminderKey({ ...key, channel: "sms" });
  return [mail, { ...about, channel: "sms", recipient: phone, onceKey: smsKey, payload, tokens: [] }];
}
