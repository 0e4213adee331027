"use client";

import { useTranslations } from "next-intl";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { DeskForm } from "./desk-form.tsx";
import { useSecondsLeft } from "./use-seconds-left.ts";

interface UndoPressProps {
  id: string;
  version: number;
  seconds: number;
  position: number;
}

/** Takes a decision back while that is possible; without JavaScript until the page is opened anew. */
export function UndoPress({ id, version, seconds, position }: UndoPressProps) {
  const t = useTranslations("board.undo");
  const left = useSecondsLeft(seconds);
  if (left === 0) return null;
  return (
    <DeskForm appointment={{ id, version }} position={position} className="flex items-center gap-3" data-print="hide">
      <SubmitButton
        name="to"
        value="undo"
        variant="secondary"
        size="sm"
        className="max-md:min-h-11"
        aria-keyshortcuts="u"
      >
        {t("press")}
      </SubmitButton>
      <span aria-hidden className="figures text-md text-ink-faint">
        {t("left", { seconds: left })}
      </span>
    </DeskForm>
  );
}
