"use client";

import { useFormatter } from "next-intl";
import { useFormState } from "#components/ui/action-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { readInstead } from "#lib/scheduling/instead.ts";
import type { TimeZone } from "#lib/time.ts";

interface InsteadTimesProps {
  timeZone: TimeZone;
  /** By id; of those who may stand in for whoever was asked for. */
  doctorNames?: Record<string, string>;
}

/** The nearest other times after a refusal: each sends the same form again, for that time. */
export function InsteadTimes({ timeZone, doctorNames = {} }: InsteadTimesProps) {
  const { values } = useFormState();
  const format = useFormatter();
  const times = [values.alternatives ?? []].flat();
  return (
    <div className="flex flex-wrap gap-2">
      {times.map((value) => {
        const { startsAt, doctorId } = readInstead(value);
        const moment = format.dateTime(startsAt, "moment", { timeZone });
        return (
          <SubmitButton
            key={value}
            name="instead"
            value={value}
            variant="secondary"
            size="sm"
            className="figures min-h-11"
          >
            {doctorId ? [moment, doctorNames[doctorId]].join(" · ") : moment}
          </SubmitButton>
        );
      })}
    </div>
  );
}
