"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, useTransition } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { EpochMs } from "#lib/time.ts";

const everyMs = 3_000;
const patienceMs = 5_000;

type Line = "connecting" | "live" | "reconnecting" | "signedOut";

/** Seen wherever the page is scrolled to. */
const stranded =
  "fixed inset-x-4 top-4 z-30 mx-auto w-fit rounded-md border border-brick bg-brick-wash px-4 py-2.5 font-[560] text-ink shadow-float";

interface LiveProps {
  /** Answers `{ version }`, cheaply. */
  url: string;
  /** Of the board on the screen. */
  version: string;
  /** The server's clock when that board was made. */
  now: EpochMs;
  /** When the board changes by the clock alone; null where it does not. */
  turnsAt: EpochMs | null;
}

/** Keeps the board true while somebody looks at it, and says in words whether it is. */
export function Live({ url, version, now, turnsAt }: LiveProps) {
  const t = useTranslations("board.live");
  const router = useRouter();
  const [line, setLine] = useState<Line>("connecting");
  const [isRefreshing, startRefresh] = useTransition();
  const shown = useRef({ version, isRefreshing });
  useEffect(() => {
    shown.current = { version, isRefreshing };
  });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let request: AbortController | undefined;

    async function ask() {
      clearTimeout(timer);
      request?.abort();
      if (document.visibilityState !== "visible") return;
      const mine = new AbortController();
      request = mine;
      const newest = await askVersion(url, mine.signal);
      if (mine.signal.aborted) return;
      setLine(newest.line);
      const { current } = shown;
      if (newest.version !== null && newest.version !== current.version && !current.isRefreshing) refresh();
      timer = setTimeout(ask, everyMs);
    }
    function refresh() {
      startRefresh(() => router.refresh());
    }

    void ask();
    const events = ["focus", "online", "pageshow"] as const;
    for (const event of events) window.addEventListener(event, ask);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearTimeout(timer);
      request?.abort();
      for (const event of events) window.removeEventListener(event, ask);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [url, router]);

  useEffect(() => {
    if (turnsAt === null) return;
    const timer = setTimeout(() => router.refresh(), Math.max(1_000, turnsAt - now + 500));
    return () => clearTimeout(timer);
  }, [turnsAt, now, router]);

  return (
    <p className="text-md">
      {/* Not a component: it must stand in the page for those without JavaScript, and for nobody else. */}
      <noscript>
        <meta httpEquiv="refresh" content="30" />
        <span className="text-ink-muted">{t("everyHalfMinute")}</span>
      </noscript>
      <span role="status">
        {line !== "connecting" && (
          <span className={classNames("inline-flex items-center gap-2", line === "live" ? "text-ink-muted" : stranded)}>
            <span aria-hidden className={classNames("size-2 rounded-full", line === "live" ? "bg-pine" : "bg-brick")} />
            {t(line)}
          </span>
        )}
      </span>
    </p>
  );
}

/** Never throws: a line that is down is an answer too. */
async function askVersion(url: string, signal: AbortSignal): Promise<{ line: Line; version: string | null }> {
  try {
    const response = await fetch(url, {
      cache: "no-store",
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    });
    if (response.status === 401 || response.status === 403) return { line: "signedOut", version: null };
    if (!response.ok) return { line: "reconnecting", version: null };
    const { version }: { version: string } = await response.json();
    return { line: "live", version };
  } catch {
    return { line: "reconnecting", version: null };
  }
}
