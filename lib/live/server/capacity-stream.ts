import "server-only";
import { type Actor, hasRole } from "#lib/auth/actor.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { type ClinicDate, checkClinicDate } from "#lib/scheduling/server/slots/day-capacity.ts";
import { type DayVersion, hasMoved } from "../day-version.ts";
import { Mailbox } from "../mailbox.ts";
import { eventText } from "../server-sent-event.ts";
import { capacityHub, type DayState } from "./capacity-hub.ts";

/** After a restart they do not all come back in the same instant. */
const retry = { fromMs: 1_000, toMs: 3_000 };
const checkEveryMs = 30_000;

export interface CapacityWish extends ClinicDate {
  /** The newest version that the viewer has seen. */
  seen: DayVersion | null;
}

export interface Connection {
  /** Fires when the viewer has gone. */
  signal: AbortSignal;
  /** Who the viewer is by now; null when what they proved it with no longer holds. */
  stillThere: () => Promise<Actor | null>;
  /** How often that is asked; only tests are in a hurry. */
  checkEveryMs?: number;
}

/**
 * A day's capacity as server-sent events: `capacity` with the whole document whenever something changed, `heartbeat`
 * at least every 15 seconds, and `end` when the viewer may not watch any more. BUSY while the process stops.
 */
export function watchCapacity(
  actor: Actor,
  { seen, ...asked }: CapacityWish,
  connection: Connection,
): Result<ReadableStream<Uint8Array>> {
  const day = checkClinicDate(actor, asked);
  if (!day.ok) return day;
  if (capacityHub().isClosed) return refuse(refusal("BUSY"));
  const mailbox = new Mailbox<Uint8Array>();
  let stop: (() => void) | null = null;
  let isGone = false;
  const close = () => {
    isGone = true;
    stop?.();
    mailbox.end(null);
  };
  return ok(
    new ReadableStream<Uint8Array>(
      {
        // Nothing begins before somebody reads: an answer to HEAD is never read, nor ended.
        async pull(controller) {
          if (!stop) {
            stop = begin(day.value, seen, mailbox, connection);
            connection.signal.addEventListener("abort", close, { once: true });
          }
          const letter = await mailbox.next();
          if (isGone) return;
          if (letter) return controller.enqueue(letter);
          stop();
          controller.close();
        },
        cancel: close,
      },
      { highWaterMark: 0 },
    ),
  );
}

/** @returns how to stop; may be called more than once */
function begin(
  asked: ClinicDate,
  seen: DayVersion | null,
  mailbox: Mailbox<Uint8Array>,
  connection: Connection,
): () => void {
  let isFirst = true;
  mailbox.putHeartbeat(heartbeat(retry.fromMs + Math.round(Math.random() * (retry.toMs - retry.fromMs))));
  const unwatch = capacityHub().watch(asked, {
    show(state) {
      const isKnown = isFirst && seen !== null && !hasMoved(state.version, seen);
      isFirst = false;
      if (!isKnown) mailbox.putState(lettersOf(state));
    },
    beat: () => mailbox.putHeartbeat(heartbeat()),
    leave: () => mailbox.end(null),
  });
  if (!unwatch) mailbox.end(null);
  const checking = setInterval(async () => {
    const why = await whyNot(asked, connection);
    if (why === null) return;
    stop();
    mailbox.end(encode(eventText({ event: "end", data: JSON.stringify({ code: why }) })));
  }, connection.checkEveryMs ?? spread(checkEveryMs)).unref();
  const stop = () => {
    clearInterval(checking);
    unwatch?.();
  };
  return stop;
}

/** Null while they may; a database that does not answer decides nothing. */
async function whyNot({ clinicId }: ClinicDate, { stillThere }: Connection): Promise<string | null> {
  try {
    const actor = await stillThere();
    if (!actor) return "UNAUTHENTICATED";
    return hasRole(actor, clinicId, "staff") ? null : "FORBIDDEN";
  } catch {
    return null;
  }
}

/** Two hundred who came at once do not ask at once. */
function spread(ms: number): number {
  return ms * (0.8 + 0.4 * Math.random());
}

const letters = new WeakMap<DayState, Uint8Array>();

/** The same bytes for all who watch the day. */
function lettersOf(state: DayState): Uint8Array {
  const known = letters.get(state);
  if (known) return known;
  const bytes = encode(eventText({ event: "capacity", id: state.version, data: state.text }));
  letters.set(state, bytes);
  return bytes;
}

/** An event and not a comment, which a browser's EventSource keeps to itself: who hears nothing knows that nothing comes. */
function heartbeat(retryMs?: number): Uint8Array {
  return encode(eventText({ event: "heartbeat", data: new Date().toISOString(), retryMs }));
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
