import {
  editWeek,
  hoursOf,
  readEdit,
  readWeek,
  type TypedWeek,
  weekValues,
} from "#components/scheduling/week-form/week.ts";
import { type FormState, formValues } from "#lib/form-state.ts";
import type { WeeklyShift } from "#lib/scheduling/hours.ts";
import { isLocalDate, type LocalDate } from "#lib/time.ts";

/** How the week that always held is named in addresses and forms, where the others go by their first day. */
const first = "first";

export const weekName = (from: LocalDate | null) => from ?? first;
export const alsoName = (from: LocalDate | null) => `also-${weekName(from)}`;

/** The first day of a named week, null for the one that always held; undefined for what names none. */
export function readWeekName(text: unknown): LocalDate | null | undefined {
  if (text === first) return null;
  return typeof text === "string" && isLocalDate(text) ? text : undefined;
}

/** The weeks that shall follow the one that is saved. */
export function readAlso(form: FormData): (LocalDate | null)[] {
  return [...form.keys()].flatMap((name) => {
    const week = name.startsWith("also-") ? readWeekName(name.slice("also-".length)) : undefined;
    return week === undefined ? [] : [week];
  });
}

/** What a press of a button other than saving makes of a posted week, with all else that was typed; null for saving. */
export function editedValues(form: FormData): FormState["values"] | null {
  const edit = readEdit(String(form.get("intent")), (name) => form.getAll(name).map(String));
  if (!edit) return null;
  const values = formValues(form);
  return valuesWith(form, editWeek(readWeek(values), edit));
}

/** A form's kept values with another week in it. */
export function valuesWith(form: FormData, week: TypedWeek): FormState["values"] {
  const others = Object.entries(formValues(form)).filter(([name]) => !/^(open|close)-\d/.test(name));
  return { ...Object.fromEntries(others), ...weekValues(week) };
}

/** The hours to save, and where each stands in the form. */
export function postedHours(form: FormData): { hours: WeeklyShift[]; places: { day: number; shift: number }[] } {
  const { hours, places } = hoursOf(readWeek(formValues(form)));
  return {
    hours: hours.map(({ dayOfWeek, openTime, closeTime }) => ({ dayOfWeek, startTime: openTime, endTime: closeTime })),
    places,
  };
}
