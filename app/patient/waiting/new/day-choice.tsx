"use client";

import { useFormState } from "#components/ui/action-form.tsx";
import { ChoiceGroup } from "#components/ui/choice-group.tsx";

interface DayChoiceProps {
  name: string;
  label: string;
  hint: string;
  /** From Monday on. */
  days: string[];
}

/** Days of the week as tick boxes in a few columns; ticked ones stay ticked after a refusal. */
export function DayChoice({ name, label, hint, days }: DayChoiceProps) {
  const { values, fieldErrors, attempt } = useFormState();
  const typed = [values[name] ?? []].flat();
  return (
    <ChoiceGroup id={name} label={label} hint={hint} errors={fieldErrors[name]}>
      <div key={attempt} className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,8.25rem),1fr))] gap-x-4">
        {days.map((day, n) => (
          <label key={day} className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              name={name}
              value={n}
              defaultChecked={typed.includes(String(n))}
              className="tick-box"
            />
            {day}
          </label>
        ))}
      </div>
    </ChoiceGroup>
  );
}
