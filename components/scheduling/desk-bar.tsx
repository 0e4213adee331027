"use client";

import { XIcon } from "@phosphor-icons/react/dist/ssr/X";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { useDesk } from "./desk-form.tsx";
import type { DeskState } from "./desk-state.ts";
import { RefusalNotice } from "./refusal-notice.tsx";
import { UndoPress } from "./undo-press.tsx";

/**
 * What came of the last press, over the foot of the window: nothing moves under the pointer, and the answer is seen
 * wherever the page stands. The focus stays on what was pressed; only a refusal, or a press whose button is gone, takes it.
 */
export function DeskBar() {
  const { state } = useDesk();
  return state.answer ? <Bar key={state.attempt} answer={state.answer} /> : null;
}

function Bar({ answer: { outcome, position } }: { answer: NonNullable<DeskState["answer"]> }) {
  const t = useTranslations("board");
  const [isOpen, setOpen] = useState(true);
  const notice = useRef<HTMLDivElement>(null);
  const isRefused = "refused" in outcome;
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isRefused || isLost) notice.current?.focus({ preventScroll: true });
  }, [isRefused]);
  if (!isOpen) return null;
  return (
    <div
      className="pointer-events-none fixed inset-x-4 bottom-4 z-20 flex justify-center max-lg:bottom-19"
      data-print="hide"
    >
      <div className="pointer-events-auto relative max-w-full rounded-md bg-raised shadow-float [&_[role]]:pe-13">
        {isRefused ? (
          <RefusalNotice ref={notice} refusal={outcome.refused} timeZone={outcome.timeZone} focusOnLoad>
            {outcome.about}
          </RefusalNotice>
        ) : (
          <Notice
            ref={notice}
            tone={outcome.isInVain ? "warning" : "success"}
            live
            focusOnLoad
            actions={outcome.undo && <UndoPress {...outcome.undo} position={position} />}
          >
            {outcome.done}
          </Notice>
        )}
        <button
          type="button"
          onClick={() => setOpen(false)}
          className="absolute end-1 top-1 grid size-11 place-items-center rounded-md text-ink-muted hover:text-ink"
        >
          <XIcon aria-hidden className="size-4.5" />
          <span className="sr-only">{t("close")}</span>
        </button>
      </div>
    </div>
  );
}
