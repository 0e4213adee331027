"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";

/** Later than what feels at once. */
const patienceMs = 250;

/** The address that a plain press of a link on this site leads to; null for every other press. */
function goalOf(event: MouseEvent): string | null {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || link.origin !== location.origin || link.target) return null;
  // A file is saved, and this page stays.
  return /\.\w+$/.test(link.pathname) ? null : link.pathname + link.search;
}

/** A line at the top while the next page is on its way, because pages come whole and not piece by piece. */
export function GoingLine() {
  const here = `${usePathname()}?${useSearchParams()}`;
  const [from, setFrom] = useState<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = (event: MouseEvent) => {
      const goal = goalOf(event);
      clearTimeout(timer);
      if (goal && goal !== location.pathname + location.search) timer = setTimeout(() => setFrom(here), patienceMs);
    };
    document.addEventListener("click", note);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("click", note);
    };
  }, [here]);
  if (from !== here) return null;
  return (
    <div
      aria-hidden
      className="fixed inset-x-0 top-0 z-50 h-0.75 overflow-hidden bg-line rtl:-scale-x-100"
      data-print="hide"
    >
      <div className="h-full w-1/3 animate-going bg-pine" />
    </div>
  );
}
