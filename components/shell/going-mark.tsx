"use client";

import { useLinkStatus } from "next/link";

/** On the link that was pressed, at once and until its page is here. */
export function GoingMark({ className }: { className: string }) {
  const { pending } = useLinkStatus();
  return pending ? <span aria-hidden className={`absolute animate-pulse bg-pine ${className}`} /> : null;
}
