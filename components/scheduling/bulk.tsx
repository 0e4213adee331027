"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useState } from "react";
import { buttonClass } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextareaField } from "#components/ui/text-field.tsx";
import { BulkAnswer } from "./bulk-answer.tsx";
import { type BulkAction, type BulkStep, noBulk } from "./bulk-state.ts";
import { DeskContext, useDesk } from "./desk-form.tsx";

interface BulkProps {
  action: BulkAction;
  /** What can be done with several at once here. */
  steps: readonly BulkStep[];
  children: ReactNode;
}

const formId = "bulk";

/** Steps that want a word why. */
const explained = ["rejected", "cancelled"] as const;

function isExplained(step: BulkStep): step is (typeof explained)[number] {
  return explained.some((each) => each === step);
}

/**
 * A list of which several can be chosen: the boxes stand in the rows, the form that they belong to comes up at the foot
 * of the window as soon as one is ticked. Works without JavaScript. Its answer is the last word: a row that goes or comes
 * back by it does not say again what was said to it before.
 */
export function Bulk({ action, steps, children }: BulkProps) {
  const t = useTranslations("board.bulk");
  const [state, submit] = useActionState(action, noBulk);
  const desk = useDesk();
  const isLast = useIsLast(state.attempt, desk.state.attempt);
  const atOnce = steps.filter((to) => !isExplained(to));
  return (
    <div className="group/bulk">
      {state.answer && <BulkAnswer key={state.attempt} answer={state.answer} submit={submit} />}
      <DeskContext value={isLast ? { ...desk, state: { ...desk.state, answer: null } } : desk}>{children}</DeskContext>
      <form
        id={formId}
        action={submit}
        aria-label={t("label")}
        className="sticky bottom-0 z-10 max-lg:bottom-15 hidden border-t border-line-strong bg-paper py-3 group-has-[.bulk-box:checked]/bulk:block"
        data-print="hide"
      >
        {/* The default button: Enter on a box must not confirm anything. */}
        <button type="submit" disabled hidden />
        <div className="flex flex-wrap items-start gap-2">
          <p className="min-h-9 pe-2 pt-1.5 text-md text-ink-muted">{t("with")}</p>
          {atOnce.map((to) => (
            <SubmitButton key={to} name="to" value={to} variant="secondary" size="sm" className="max-md:min-h-11">
              {t(`act.${to}`)}
            </SubmitButton>
          ))}
          {steps.filter(isExplained).map((to) => (
            <details
              key={to}
              className="open:order-last open:basis-full"
              open={(state.reason?.to === to && state.reason.text !== "") || undefined}
            >
              <summary className={`${buttonClass({ variant: "quiet", size: "sm" })} max-md:min-h-11 text-ink-muted!`}>
                {t(`reason.${to}.open`)}
              </summary>
              <div className="mt-3 grid max-w-prose gap-3 border-s-3 border-brick ps-4 pb-1">
                <TextareaField
                  id={`bulk-reason-${to}`}
                  name={`reason-${to}`}
                  defaultValue={state.reason?.to === to ? state.reason.text : ""}
                  label={t(`reason.${to}.label`)}
                  hint={t(`reason.${to}.hint`)}
                  optional
                  rows={2}
                  maxLength={500}
                />
                <div>
                  <SubmitButton name="to" value={to} variant="danger">
                    {t(`reason.${to}.send`)}
                  </SubmitButton>
                </div>
              </div>
            </details>
          ))}
        </div>
      </form>
    </div>
  );
}

/** Whether several were answered after the last single one. */
function useIsLast(several: number, single: number): boolean {
  const [last, setLast] = useState({ several, single, isSeveral: several > 0 });
  if (last.several !== several || last.single !== single) {
    setLast({ several, single, isSeveral: last.several !== several });
  }
  return last.isSeveral;
}

interface BulkBoxProps {
  appointment: { id: string; version: number; patient: { name: string } };
  /** When it is, in words. */
  moment: string;
  /** The key that ticks it, where there is one. */
  shortcut?: string;
  className?: string;
}

/** Chooses one appointment of a `Bulk`. */
export function BulkBox({ appointment: { id, version, patient }, moment, shortcut, className = "" }: BulkBoxProps) {
  const t = useTranslations("board.bulk");
  return (
    <label className={`-m-2.5 grid size-11 shrink-0 cursor-pointer place-items-center ${className}`} data-print="hide">
      <input
        type="checkbox"
        name="chosen"
        value={`${id}:${version}`}
        form={formId}
        className="bulk-box tick-box"
        aria-keyshortcuts={shortcut}
      />
      <span className="sr-only">{t("choose", { patient: patient.name, moment })}</span>
    </label>
  );
}
