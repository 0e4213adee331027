import "server-only";
import { systemActor } from "#lib/auth/system-actor.ts";
import { configuredChannels } from "#lib/notifications/server/channels.ts";
import { deliverNext, type Pace } from "#lib/notifications/server/deliver-messages.ts";
import { dropOutdated } from "#lib/notifications/server/outbox.ts";
import { queueDailySheets } from "#lib/notifications/server/queue-daily-sheets.ts";
import { queueReminders } from "#lib/notifications/server/queue-reminders.ts";
import { expireHolds } from "#lib/scheduling/server/holds/expire-holds.ts";
import { placeUnplaced } from "#lib/scheduling/server/plans/place-unplaced.ts";
import { extendSlots } from "#lib/scheduling/server/slots/extend-slots.ts";
import { repeat, settled } from "./repeat.ts";
import { tidy } from "./tidy.ts";
import { watchWaitingLists } from "./waiting-lists.ts";
import { beat, pulseEveryMs } from "./worker-pulse.ts";

const messagesEveryMs = 2_000;
const waitingListsEveryMs = 3_000;
const holdsEveryMs = 3_000;
const plansEveryMs = 60_000;
const remindersEveryMs = 30_000;
const tidyEveryMs = 60_000;
/** Days begin at other times in other zones, and a new clinic waits for its first slots; asking costs next to nothing. */
const extendEveryMs = 60_000;

// Modules are evaluated anew on each hot reload; the process must not deliver twice as often after each.
const processWide = globalThis as typeof globalThis & { slotwellBackground?: true };

/**
 * Starts all that happens by itself, inside this process; a second call changes nothing.
 * @param pace how messages are delivered where the usual pace is too leisurely: in tests
 */
export function startBackground(pace?: Pace & { messagesEveryMs: number }): void {
  if (processWide.slotwellBackground) return;
  processWide.slotwellBackground = true;
  // At once, so that who asks whether the house is ready need not wait for the first round.
  beat().catch(() => {});
  repeat("pulse", pulseEveryMs, beat);
  repeat("tidy", tidyEveryMs, tidy);
  repeat("slots", extendEveryMs, () => extendSlots(systemActor("daily slots")));
  repeat("holds", holdsEveryMs, expireHolds);
  repeat("care plans", plansEveryMs, async () => {
    await placeUnplaced(systemActor("care plans"));
    return false;
  });
  repeat("waiting lists", waitingListsEveryMs, watchWaitingLists);
  repeat("reminders", remindersEveryMs, () => queueReminders());
  repeat("daily sheets", remindersEveryMs, () => queueDailySheets());
  repeat("outdated messages", messagesEveryMs, dropOutdated);
  // Each channel by itself: a mail server that hangs does not hold up text messages.
  for (const channel of configuredChannels()) {
    const deliver = async () => ((await deliverNext(channel, pace)) ? "more" : "done");
    repeat(`messages by ${channel.name}`, pace?.messagesEveryMs ?? messagesEveryMs, deliver);
  }
}

/** Begins nothing new and waits for what is being done: a message on its way is noted before the process ends. */
export async function stopBackground(): Promise<void> {
  await settled();
}
