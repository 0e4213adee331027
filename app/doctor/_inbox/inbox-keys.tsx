"use client";

import { KeyboardIcon } from "@phosphor-icons/react/dist/ssr/Keyboard";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { isTyping, pressKey } from "./press-key.ts";

// Only whoever asks for the list needs what it is made of.
const KeyList = lazy(async () => ({ default: (await import("./key-list.tsx")).KeyList }));

/**
 * Answers requests by keys: they move the focus among the list's own elements and press its own buttons, so that whoever
 * uses none of them finds everything in the same place.
 */
export function InboxKeys() {
  const t = useTranslations("inboxKeys");
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isCommand = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
      if (isCommand || event.defaultPrevented || isTyping(event.target)) return;
      if (event.key === "?") setOpen(true);
      else if (event.shiftKey || event.repeat || !pressKey(event.key, document)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <>
      <Button
        variant="quiet"
        aria-haspopup="dialog"
        aria-keyshortcuts="Shift+?"
        onClick={() => setOpen(true)}
        className="px-3 pointer-coarse:hidden"
      >
        <KeyboardIcon aria-hidden className="size-5" />
        {t("open")}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <KeyList onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
