import "server-only";
import { z } from "zod";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { db } from "#lib/db/client.ts";
import { databaseNow } from "#lib/scheduling/server/database-now.ts";
import { dueReminder } from "../reminders.ts";
import type { OutgoingMessage } from "./channel.ts";
import { loadReminderDays } from "./person-days.ts";
import { textsGoTo } from "./texts-go-to.ts";

const stored = z.object({
  email: z.string(),
  localDate: z.string(),
  before: z.number(),
  appointments: z.array(
    z.object({
      id: z.string(),
      startsAt: z.number(),
      status: z.string(),
      serviceName: z.string(),
      doctorName: z.string(),
    }),
  ),
});

/**
 * Whether a reminder that waits in the outbox would be written just so now. What was cancelled, moved, confirmed or
 * added since, a wish to have no more of them, a later reminder that is due by now: each makes it void, and what is
 * still due is written anew.
 */
export async function reminderHolds(
  { clinicId, payload, recipient }: Pick<OutgoingMessage, "clinicId" | "payload" | "recipient">,
  clock: Clock = databaseClock,
): Promise<boolean> {
  const said = stored.safeParse(payload);
  if (!said.success || !clinicId) return false;
  const { email, localDate, before, appointments } = said.data;
  const now = await databaseNow(clock);
  const [day] = await loadReminderDays(db, now, { clinicId, email, localDate, before });
  if (!day || dueReminder(day, now) !== before) return false;
  if (recipient.toLowerCase() !== email && recipient !== textsGoTo(day)) return false;
  const ahead = day.appointments.filter(({ startsAt }) => startsAt > now);
  return (
    ahead.length === appointments.length &&
    ahead.every((one, n) => {
      const was = appointments[n];
      return (
        one.id === was?.id &&
        one.startsAt === was.startsAt &&
        one.status === was.status &&
        one.serviceName === was.serviceName &&
        one.doctorName === was.doctorName
      );
    })
  );
}
