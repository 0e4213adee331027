"use client";

import { WifiSlashIcon } from "@phosphor-icons/react/dist/ssr/WifiSlash";
import { useEffect, useRef, useSyncExternalStore } from "react";

function onChange(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

/** Whether a press leads away from the page: sending a form, or another page of this site. */
function leaves(event: Event): boolean {
  if (event.type === "submit") return true;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  return link?.origin === location.origin && link.pathname + link.search !== location.pathname + location.search;
}

/** While there is no connection, says so and holds back whatever would lose what somebody typed. */
export function OfflineNote({ title, message }: { title: string; message: string }) {
  const isOnline = useSyncExternalStore(
    onChange,
    () => navigator.onLine,
    () => true,
  );
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isOnline) return;
    const hold = (event: Event) => {
      if (!leaves(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      note.current?.focus();
    };
    for (const kind of ["submit", "click"]) window.addEventListener(kind, hold, true);
    return () => {
      for (const kind of ["submit", "click"]) window.removeEventListener(kind, hold, true);
    };
  }, [isOnline]);
  return (
    <div ref={note} role="status" tabIndex={-1} className="sticky top-0 z-40" data-print="hide">
      {!isOnline && (
        <p className="flex items-center justify-center gap-3 border-b border-requested bg-requested-wash px-4 py-3">
          <WifiSlashIcon aria-hidden weight="bold" className="size-5 shrink-0 text-requested" />
          <span>
            <strong className="font-semibold">{title}</strong> {message}
          </span>
        </p>
      )}
    </div>
  );
}
