"use client";

import { useFormatter } from "next-intl";
import { useSyncExternalStore } from "react";
import type { EpochMs, TimeZone } from "#lib/time.ts";

interface ViewerTimeProps {
  startsAt: EpochMs;
  /** The clinic's. */
  timeZone: TimeZone;
  /** A sentence with `{time}` and `{place}` in it. */
  sentence: string;
}

const never = () => () => {};
const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The same moment on the viewer's own clock; nothing where both clocks agree, and nothing without JavaScript. */
export function ViewerTime({ startsAt, timeZone, sentence }: ViewerTimeProps) {
  const format = useFormatter();
  const viewerZone = useSyncExternalStore(never, deviceZone, () => null);
  if (!viewerZone) return null;
  const [here, there] = [timeZone, viewerZone].map((zone) => ({
    day: format.dateTime(startsAt, "dayShort", { timeZone: zone }),
    time: format.dateTime(startsAt, "time", { timeZone: zone }),
  }));
  if (!here || !there || (here.day === there.day && here.time === there.time)) return null;
  const time = here.day === there.day ? there.time : `${there.day}, ${there.time}`;
  const place = viewerZone.split("/").at(-1)?.replaceAll("_", " ") ?? viewerZone;
  return (
    <span className="figures block text-md text-ink-muted">
      {sentence.replace("{time}", time).replace("{place}", place)}
    </span>
  );
}
