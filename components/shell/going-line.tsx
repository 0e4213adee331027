"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";

/** Later than what feels at once. */
const patienceMs = 250;

/** A line at the top while the next page is on its way, because pages come whole and not piece by piece. */
export function GoingLine() {
  const here = `${usePathname()}?${useSearchParams()}`;
  const [from, setFrom] = useState<string | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const note = ({ detail }: CustomEvent<string>) => {
      const goal = new URL(detail, location.href);
      clearTimeout(timer);
      if (`${goal.pathname}?${goal.searchParams}` !== here) timer = setTimeout(() => setFrom(here), patienceMs);
    };
    window.addEventListener("slotwell:going", note);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("slotwell:going", note);
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
