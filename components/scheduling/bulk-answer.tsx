"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { useFocusOnArrival } from "#components/ui/use-focus-on-arrival.ts";
import { refusalFieldErrors, refusalWords } from "#lib/i18n/refusal-words.ts";
import type { BulkDone, BulkState, NotDone } from "./bulk-state.ts";
import { useSecondsLeft } from "./use-seconds-left.ts";

interface BulkAnswerProps {
  answer: NonNullable<BulkState["answer"]>;
  submit: (form: FormData) => void;
}

/** What went through and what did not, each with its reason; decisions can be taken back for a moment. */
export function BulkAnswer({ answer, submit }: BulkAnswerProps) {
  const ref = useFocusOnArrival({ scroll: true });
  const t = useTranslations("board.bulk");
  if (answer === "nobody") {
    return (
      <Notice ref={ref} tone="warning" live title={t("nobody")} className="my-4">
        {t("nobodyText")}
      </Notice>
    );
  }
  const { to, done, notDone, undoSeconds } = answer;
  return (
    <Notice
      ref={ref}
      tone={notDone.length > 0 ? "warning" : "success"}
      live
      title={done.length > 0 ? t(`all.${to}`, { count: done.length }) : t("none")}
      className="my-4"
      actions={undoSeconds !== null && done.length > 0 && <UndoAll done={done} seconds={undoSeconds} submit={submit} />}
    >
      {done.length > 0 && (
        <ul className="figures text-md text-ink-muted">
          {done.map(({ id, words }) => (
            <li key={id}>{words}</li>
          ))}
        </ul>
      )}
      {notDone.length > 0 && (
        <div className="mt-2">
          <p className="font-[560]">{t("notDone", { count: notDone.length })}</p>
          <ul className="grid gap-1 text-md">
            {notDone.map((one) => (
              <li key={one.id}>
                <span className="figures font-[560]">{one.words}</span> <Why {...one} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </Notice>
  );
}

interface UndoAllProps {
  done: BulkDone[];
  seconds: number;
  submit: (form: FormData) => void;
}

function UndoAll({ done, seconds, submit }: UndoAllProps) {
  const t = useTranslations("board");
  const left = useSecondsLeft(seconds);
  if (left === 0) return null;
  return (
    <form action={submit} className="flex items-center gap-3" data-print="hide">
      {done.map(({ id, version }) => (
        <input key={id} type="hidden" name="chosen" value={`${id}:${version}`} />
      ))}
      <SubmitButton
        name="to"
        value="undo"
        variant="secondary"
        size="sm"
        className="max-md:min-h-11"
        aria-keyshortcuts="u"
      >
        {t("bulk.undo", { count: done.length })}
      </SubmitButton>
      <span aria-hidden className="figures text-md text-ink-faint">
        {t("undo.left", { seconds: left })}
      </span>
    </form>
  );
}

function Why({ refusal, timeZone }: NotDone) {
  const t = useTranslations("refusal");
  const format = useFormatter();
  const inFields = Object.values(refusalFieldErrors(refusal, t)).flat();
  return <span>{inFields.join(" ") || refusalWords(refusal, t, format, { timeZone }).message}</span>;
}
