"use client";

import { XIcon } from "@phosphor-icons/react/dist/ssr/X";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";

interface DrawerProps {
  title: string;
  /** What the closing button says. */
  close: string;
  children: ReactNode;
}

/** A page over the page it was opened from; closing it leads back there. */
export function Drawer({ title, close, children }: DrawerProps) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal();
  }, []);

  return (
    <dialog
      ref={dialog}
      aria-labelledby="drawer-title"
      onClose={() => router.back()}
      className="m-0 ms-auto h-dvh max-h-none w-full max-w-xl overflow-y-auto overscroll-contain bg-paper p-6 text-ink shadow-float backdrop:bg-scrim md:p-8"
    >
      <div className="flex items-start justify-between gap-4 pb-6">
        <h2 id="drawer-title" className="text-2xl">
          {title}
        </h2>
        <button
          type="button"
          onClick={() => dialog.current?.close()}
          className="grid size-11 shrink-0 place-items-center rounded-md text-ink-muted hover:bg-wash hover:text-ink"
        >
          <XIcon aria-hidden className="size-5" />
          <span className="sr-only">{close}</span>
        </button>
      </div>
      {children}
    </dialog>
  );
}
