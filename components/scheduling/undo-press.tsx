"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { DeskForm } from "./desk-form.tsx";

interface UndoPressProps {
  id: string;
  version: number;
  seconds: number;
  position: number;
}

/** Takes a decision back while that is possible; without JavaScript until the page is opened anew. */
export function UndoPress({ id, version, seconds, position }: UndoPressProps) {
  const t = useTranslations("board.undo");
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const until = Date.now() + seconds * 1000;
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000))), 250);
    return () => clearInterval(timer);
  }, [seconds]);
  if (left === 0) return null;
  return (
    <DeskForm appointment={{ id, version }} position={position} className="flex items-center gap-3" data-print="hide">
      <SubmitButton name="to" value="undo" variant="secondary" size="sm" className="max-md:min-h-11">
        {t("press")}
      </SubmitButton>
      <span aria-hidden className="figures text-md text-ink-faint">
        {t("left", { seconds: left })}
      </span>
    </DeskForm>
  );
}
