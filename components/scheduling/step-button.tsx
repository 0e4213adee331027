"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { statusLooks } from "#components/ui/status-badge.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import { actKey } from "./appointment-acts.ts";
import { DeskForm } from "./desk-form.tsx";

export interface StepOf {
  id: string;
  version: number;
  status: AppointmentStatus;
  patient: { name: string };
}

interface StepButtonProps {
  appointment: StepOf;
  to: AppointmentStatus;
  variant?: "secondary" | "quiet";
}

/**
 * The one step that comes next. The button stays where it is and becomes the step after it, so that the focus does too;
 * a double press or a key held down takes one step.
 */
export function StepButton({ appointment, to, variant = "secondary" }: StepButtonProps) {
  const t = useTranslations("board.act");
  const { icon: Icon, text } = statusLooks[to];
  return (
    <DeskForm appointment={appointment} from={appointment.status} data-print="hide">
      <SubmitButton
        name="to"
        value={to}
        variant={variant}
        size="sm"
        className="whitespace-nowrap max-md:min-h-11 max-md:px-4"
        onClick={onceOnly}
        onKeyDown={(event) => event.repeat && event.preventDefault()}
      >
        <span className="inline-flex items-center gap-1.5">
          <Icon aria-hidden weight="bold" className={`size-4 shrink-0 ${text}`} />
          {t(actKey(appointment.status, to))}
          <span className="sr-only">: {appointment.patient.name}</span>
        </span>
      </SubmitButton>
    </DeskForm>
  );
}

function onceOnly(event: MouseEvent) {
  if (event.detail > 1) event.preventDefault();
}
