"use client";

import { useEffect, useState } from "react";
import type { EpochMs } from "#lib/time.ts";

const everyMs = 15_000;

/** The time as it goes on from the server's clock when the page was made; the device's may be wrong. */
export function useServerClock(servedAt: EpochMs): EpochMs {
  const [now, setNow] = useState(servedAt);
  useEffect(() => {
    const skew = servedAt - Date.now();
    const tick = () => setNow(Date.now() + skew);
    tick();
    const timer = setInterval(tick, everyMs);
    return () => clearInterval(timer);
  }, [servedAt]);
  return now;
}
