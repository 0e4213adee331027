"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { planPlace } from "#app/_desk/plan-steps.ts";
import { DeskForm, useDesk } from "#components/scheduling/desk-form.tsx";
import type { ButtonVariant } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextareaField } from "#components/ui/text-field.tsx";
import { refusalFieldErrors } from "#lib/i18n/refusal-words.ts";

interface ReasonedStepProps {
  plan: { id: string; version: number };
  /** Left out: it is about the plan as a whole. */
  sequence?: number;
  steps: { to: string; label: ReactNode; variant: ButtonVariant }[];
  label: string;
  hint: string;
  /** A reason has to be given. */
  isAsked?: boolean;
  pendingLabel: string;
}

/** Steps that may want a word why: one reason, and a button for each. What was typed stays after a refusal. */
export function ReasonedStep({ plan, sequence, steps, label, hint, isAsked = false, pendingLabel }: ReasonedStepProps) {
  const words = useTranslations("refusal");
  const { answer } = useDesk().state;
  const place = planPlace(plan.id, sequence);
  const outcome = answer?.appointmentId === place && "refused" in answer.outcome ? answer.outcome : null;
  const refused = outcome && steps.some(({ to }) => to === outcome.wish.to) ? outcome : null;
  return (
    <DeskForm appointment={plan} className="grid max-w-prose gap-4">
      {sequence !== undefined && <input type="hidden" name="sequence" value={sequence} />}
      <TextareaField
        id={`reason-${sequence ?? "plan"}`}
        name="reason"
        defaultValue={refused?.wish.reason}
        errors={refused ? refusalFieldErrors(refused.refused, words).reason : undefined}
        label={label}
        hint={hint}
        optional={!isAsked}
        rows={2}
        maxLength={500}
        autoComplete="off"
      />
      <div className="flex flex-wrap gap-2">
        {steps.map((step) => (
          <SubmitButton
            key={step.to}
            name="to"
            value={step.to}
            variant={step.variant}
            size="sm"
            pendingLabel={pendingLabel}
            className="max-md:min-h-11 max-md:px-4"
          >
            {step.label}
          </SubmitButton>
        ))}
      </div>
    </DeskForm>
  );
}
