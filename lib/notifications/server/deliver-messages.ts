import "server-only";
import { isMessageKind } from "../message-kinds.ts";
import { givenUpAfter, retryDelay } from "../retry.ts";
import { type Channel, RefusedForGood } from "./channel.ts";
import { type ClaimedMessage, claimNext, dropVoid, noteOutcome, type Outcome } from "./outbox.ts";
import { reminderHolds } from "./reminder-holds.ts";

export interface Pace {
  /** Within this many seconds after a worker's death another takes over. Longer than a channel takes for one message. */
  leaseSeconds: number;
  /** The pause after the first failure, in milliseconds; it doubles. */
  firstPauseMs: number;
}

const usualPace: Pace = { leaseSeconds: 110, firstPauseMs: 60_000 };

/**
 * Sends the next message of a channel, at least once and under the same id every time. One after the other, so that
 * a worker's death doubles one message at most; several workers share the work.
 * @returns whether there was one
 */
export async function deliverNext(channel: Channel, pace: Pace = usualPace): Promise<boolean> {
  const message = await claimNext(channel.name, { leaseSeconds: pace.leaseSeconds, staleAfterMs: givenUpAfter });
  if (!message) return false;
  if (message.kind === "reminder" && !(await reminderHolds(message))) await dropVoid(message);
  else await noteOutcome(message, await attempt(message, channel, pace));
  return true;
}

async function attempt(message: ClaimedMessage, channel: Channel, pace: Pace): Promise<Outcome> {
  const { kind } = message;
  if (message.isStale) return { is: "refused", answer: "not delivered within 72 hours" };
  if (!isMessageKind(kind)) return { is: "refused", answer: `unknown kind ${kind}` };
  try {
    return { is: "sent", answer: await channel.send({ ...message, kind }) };
  } catch (error) {
    const answer = error instanceof Error ? error.message : String(error);
    if (error instanceof RefusedForGood) return { is: "refused", answer };
    return { is: "failed", answer, retryAfterMs: retryDelay(message.attempt, Math.random(), pace.firstPauseMs) };
  }
}
