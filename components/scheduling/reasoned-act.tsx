"use client";

import { useTranslations } from "next-intl";
import { buttonClass } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextareaField } from "#components/ui/text-field.tsx";
import { refusalFieldErrors } from "#lib/i18n/refusal-words.ts";
import { DeskForm, useRefused } from "./desk-form.tsx";

interface ReasonedActProps {
  appointment: { id: string; version: number; patient: { name: string }; isLate?: boolean };
  to: "rejected" | "cancelled";
  position?: number;
  size?: "sm" | "md";
  /** The key that opens it, where there is one. */
  shortcut?: string;
}

/**
 * A step that wants a word why: a native disclosure that opens a form, without JavaScript too. Stands in a wrapping
 * flex row and takes the whole row once it is open.
 */
export function ReasonedAct({ appointment, to, position, size = "sm", shortcut }: ReasonedActProps) {
  const t = useTranslations("board");
  const words = useTranslations("refusal");
  const answer = useRefused(appointment.id, to);
  const isAsked = to === "cancelled" && (appointment.isLate ?? false);
  const person = <span className="sr-only">: {appointment.patient.name}</span>;
  return (
    <details
      open={answer !== null || undefined}
      className="group/reason first:-ms-4 open:order-last open:basis-full md:first:-ms-3"
      data-print="hide"
    >
      <summary
        aria-keyshortcuts={shortcut}
        className={`${buttonClass({ variant: "quiet", size })} max-md:min-h-11 max-md:px-4 text-ink-muted!`}
      >
        {t(`reason.${to}.open`)}
        {person}
      </summary>
      <DeskForm
        appointment={appointment}
        position={position}
        className="mt-3 grid max-w-prose gap-4 border-s-3 border-brick ps-4 pb-1"
      >
        <input type="hidden" name="to" value={to} />
        <TextareaField
          id={`reason-${to}-${appointment.id}`}
          name="reason"
          defaultValue={answer?.wish.reason}
          errors={answer ? refusalFieldErrors(answer.refused, words).reason : undefined}
          label={t(`reason.${to}.label`)}
          hint={isAsked ? t("reason.cancelled.hintLate") : t(`reason.${to}.hint`)}
          optional={!isAsked}
          rows={2}
          maxLength={500}
        />
        <div>
          <SubmitButton variant="danger" pendingLabel={t("sending")}>
            {t(`reason.${to}.send`)}
            {person}
          </SubmitButton>
        </div>
      </DeskForm>
    </details>
  );
}
