import "server-only";
import { systemActor } from "#lib/auth/system-actor.ts";
import { deliverMessages } from "#lib/notifications/server/deliver-messages.ts";
import { smtpTransport } from "#lib/notifications/server/mail-transport.ts";
import { expireHolds } from "#lib/scheduling/server/holds/expire-holds.ts";
import { extendSlots } from "#lib/scheduling/server/slots/extend-slots.ts";
import { tidy } from "./tidy.ts";
import { watchWaitingLists } from "./waiting-lists.ts";

const mailEveryMs = 2_000;
const waitingListsEveryMs = 3_000;
const holdsEveryMs = 3_000;
const tidyEveryMs = 60_000;
/** Days begin at other times in other zones, and a new clinic waits for its first slots; asking costs next to nothing. */
const extendEveryMs = 60_000;

// Modules are evaluated anew on each hot reload; the process must not deliver twice as often after each.
const processWide = globalThis as typeof globalThis & { slotwellBackground?: true };

/** Starts delivering mail, giving freed places away and tidying up inside this process; a second call changes nothing. */
export function startBackground(): void {
  if (processWide.slotwellBackground) return;
  processWide.slotwellBackground = true;
  repeat("tidy", tidyEveryMs, async () => {
    await tidy();
    return false;
  });
  repeat("slots", extendEveryMs, async () => {
    await extendSlots(systemActor("daily slots"));
    return false;
  });
  repeat("holds", holdsEveryMs, async () => {
    await expireHolds();
    return false;
  });
  repeat("waiting lists", waitingListsEveryMs, async () => {
    await watchWaitingLists();
    return false;
  });
  const send = smtpTransport();
  if (send) repeat("mail", mailEveryMs, async () => (await deliverMessages(send)).more);
}

/** Runs `work` over and over, `pauseMs` after it ended, or at once while it says that there is more. */
function repeat(name: string, pauseMs: number, work: () => Promise<boolean>): void {
  let failures = 0;
  const round = async () => {
    let more = false;
    try {
      more = await work();
      failures = 0;
    } catch (error) {
      failures += 1;
      // The first of a series is worth a line; a database that is away would otherwise fill the log.
      if (failures === 1) console.error(`Background work "${name}" failed and will be tried again.`, error);
    }
    setTimeout(round, more ? 0 : Math.min(pauseMs * 2 ** failures, 60_000)).unref();
  };
  setTimeout(round, Math.min(pauseMs, 5_000)).unref();
}
