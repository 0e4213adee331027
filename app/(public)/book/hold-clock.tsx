"use client";

import { useEffect, useState } from "react";
import type { EpochMs } from "#lib/time.ts";

interface HoldClockProps {
  expiresAt: EpochMs;
  /** By the server's clock, when the page was made. */
  now: EpochMs;
  /** "{time} left" */
  left: string;
  /** Said once, a little before the end. */
  soon: string;
  /** Said at the end. */
  over: string;
}

const warnMs = 2 * 60_000;

// This device's clock may be wrong. A page that comes out of the browser's memory was made earlier than it is shown,
// which only ever makes the difference look smaller: the largest one seen is the right one.
let ahead = Number.NEGATIVE_INFINITY;

/** Counts down quietly what is left of a hold. Without scripts the line beside it says until when. */
export function HoldClock({ expiresAt, now, left, soon, over }: HoldClockProps) {
  const [remaining, setRemaining] = useState<number | null>(null);
  useEffect(() => {
    ahead = Math.max(ahead, now - Date.now());
    const tick = () => setRemaining(Math.max(0, expiresAt - Date.now() - ahead));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [expiresAt, now]);
  if (remaining === null) return null;
  const notice = remaining === 0 ? over : remaining <= warnMs ? soon : "";
  return (
    <>
      {remaining > 0 && (
        <span aria-hidden className="figures text-ink-muted">
          {" · "}
          {left.replace("{time}", clockOf(remaining))}
        </span>
      )}
      <span role="status" aria-live="polite" className="block text-md font-[560] text-requested">
        {notice}
      </span>
    </>
  );
}

function clockOf(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
