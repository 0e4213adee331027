"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { type DayVersion, hasMoved } from "#lib/live/day-version.ts";
import type { EpochMs, LocalDate } from "#lib/time.ts";
import { type LineState, openCapacityLine } from "./capacity-line.ts";

/** Seen wherever the page is scrolled to. */
const stranded =
  "fixed inset-x-4 top-4 z-30 mx-auto w-fit rounded-md border border-brick bg-brick-wash px-4 py-2.5 font-[560] text-ink shadow-float";

const dots = {
  live: "bg-pine",
  polling: "border-2 border-ink-faint",
  reconnecting: "bg-brick",
  signedOut: "bg-brick",
} as const satisfies Record<LineState, string>;

interface LiveProps {
  clinicId: string;
  localDate: LocalDate;
  /** Of the board on the screen. */
  version: DayVersion;
  /** The server's clock when that board was made. */
  now: EpochMs;
  /** When the board changes by the clock alone; null where it does not. */
  turnsAt: EpochMs | null;
}

/** Keeps the board true while somebody looks at it, and says in words whether it is. */
export function Live({ clinicId, localDate, version, now, turnsAt }: LiveProps) {
  const t = useTranslations("board.live");
  const router = useRouter();
  const [line, setLine] = useState<LineState | "connecting">("connecting");
  const [isRefreshing, startRefresh] = useTransition();
  /** The newest version heard of, until the board on the screen has it. */
  const [wanted, setWanted] = useState<DayVersion | null>(null);
  const shown = useRef(version);
  useEffect(() => {
    shown.current = version;
  });

  useEffect(() => {
    const day = new URLSearchParams({ clinic: clinicId, date: localDate });
    return openCapacityLine({
      streamUrl: `/api/v1/capacity/stream?${day}`,
      documentUrl: `/api/v1/capacity?${day}`,
      shown: () => shown.current,
      onState: setLine,
      onNews: (newest, isFirst) => (!isFirst || hasMoved(newest, shown.current)) && setWanted(newest),
    });
  }, [clinicId, localDate]);

  // One at a time: what is heard of meanwhile is fetched by the next.
  useEffect(() => {
    if (wanted === null || isRefreshing) return;
    setWanted(null);
    startRefresh(() => router.refresh());
  }, [wanted, isRefreshing, router]);

  useEffect(() => {
    if (turnsAt === null) return;
    const timer = setTimeout(() => router.refresh(), Math.max(1_000, turnsAt - now + 500));
    return () => clearTimeout(timer);
  }, [turnsAt, now, router]);

  const isUp = line === "live" || line === "polling";
  return (
    <p className="text-md">
      {/* Not a component: it must stand in the page for those without JavaScript, and for nobody else. */}
      <noscript>
        <meta httpEquiv="refresh" content="30" />
        <span className="text-ink-muted">{t("everyHalfMinute")}</span>
      </noscript>
      <span role="status">
        {line !== "connecting" && (
          <span className={classNames("inline-flex items-center gap-2", isUp ? "text-ink-muted" : stranded)}>
            <span aria-hidden className={classNames("size-2 rounded-full", dots[line])} />
            {t(line === "polling" ? "everyHalfMinute" : line)}
          </span>
        )}
      </span>
    </p>
  );
}
