"use client";

import { useTranslations } from "next-intl";
import type { EpochMs } from "#lib/time.ts";
import { useServerClock } from "./use-server-clock.ts";

interface MinutesSinceProps {
  at: EpochMs;
  /** The server's clock when the page was made. */
  now: EpochMs;
  as: "late" | "waiting" | "ahead" | "inside";
}

/** How long ago something was or how soon it will be, in whole minutes that go on counting. */
export function MinutesSince({ at, now: servedAt, as }: MinutesSinceProps) {
  const t = useTranslations("board.minutes");
  const now = useServerClock(servedAt);
  const total = Math.max(0, as === "ahead" ? Math.ceil((at - now) / 60_000) : Math.floor((now - at) / 60_000));
  return <>{t(as, { hours: Math.floor(total / 60), minutes: total % 60 })}</>;
}
