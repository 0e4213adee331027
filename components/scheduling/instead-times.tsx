"use client";

import { useFormatter } from "next-intl";
import { useFormState } from "#components/ui/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { TimeZone } from "#lib/time.ts";

/** The nearest other times after a refusal: each sends the same form again, for that time. */
export function InsteadTimes({ timeZone }: { timeZone: TimeZone }) {
  const { values } = useFormState();
  const format = useFormatter();
  const times = [values.alternatives ?? []].flat().map(Number);
  return (
    <div className="flex flex-wrap gap-2">
      {times.map((startsAt) => (
        <SubmitButton
          key={startsAt}
          name="instead"
          value={String(startsAt)}
          variant="secondary"
          size="sm"
          className="figures min-h-11"
        >
          {format.dateTime(startsAt, "moment", { timeZone })}
        </SubmitButton>
      ))}
    </div>
  );
}
