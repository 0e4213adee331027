import { fieldAt, hoursOf, readWeek, typedWeek, weekValues } from "#components/scheduling/week-form/week.ts";
import { type FormState, formValues } from "#lib/form-state.ts";
import type { ClosureEntry } from "#lib/scheduling/closures.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";

// The shifts of a closure stand in the form as those of a week's first day, so that both share fields and buttons.

/** A closure as its form shows it. */
export function closureValues({ from, to, reason, shifts }: ClosureEntry): FormState["values"] {
  const week = typedWeek(shifts.map((shift) => ({ ...shift, dayOfWeek: 0, isClosed: false })));
  const kind = shifts.length > 0 ? "special" : "closed";
  return { from, to: to === from ? "" : to, reason, kind, ...weekValues(week) };
}

/** A posted closure as its commands want it, and where each answer stands in the form. */
export function readClosure(form: FormData) {
  const { from, to, reason, kind } = Object.fromEntries(form);
  const { hours, places } = hoursOf(readWeek(formValues(form)).slice(0, 1));
  const isSpecial = kind === "special";
  const shifts = isSpecial ? hours.map(({ openTime, closeTime }) => ({ openTime, closeTime })) : [];
  return {
    given: { from, to, reason, shifts },
    /** Open at special hours, and none of them said. */
    lacksHours: isSpecial && shifts.length === 0,
    atItsFields: (refused: Refusal): Refusal => ({
      ...refused,
      ...(refused.errors && {
        errors: refused.errors.map(({ path, message }) => ({
          path: fieldAt(path.replace("shifts.", "hours."), places) ?? path,
          message,
        })),
      }),
    }),
  };
}
