"use client";

import type { ReactNode } from "react";
import { useDesk } from "#components/scheduling/desk-form.tsx";

interface StepDetailsProps {
  /** As `planPlace` says it. */
  place: string;
  /** The steps that are taken in here. */
  steps: readonly string[];
  className: string;
  children: ReactNode;
}

/** A native disclosure that is open again when what was sent from inside it was refused, without JavaScript too. */
export function StepDetails({ place, steps, className, children }: StepDetailsProps) {
  const { answer } = useDesk().state;
  const outcome = answer?.appointmentId === place ? answer.outcome : null;
  const isRefused = outcome !== null && "refused" in outcome && steps.includes(outcome.wish.to);
  return (
    <details open={isRefused || undefined} className={className}>
      {children}
    </details>
  );
}
