import type { FormState } from "#lib/form-state.ts";
import type { WeekShift } from "#lib/scheduling/hours.ts";
import { wallMinutes, wallText } from "#lib/time.ts";

/** One shift as it stands in the form: either time may be empty while somebody types. */
export interface TypedShift {
  open: string;
  close: string;
}

/** Seven days, Monday first; a day without shifts is closed. */
export type TypedWeek = TypedShift[][];

export const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

export const openName = (day: number, shift: number) => `open-${day}-${shift}`;
export const closeName = (day: number, shift: number) => `close-${day}-${shift}`;
const mostShifts = 20;

/** What a press of one of the form's buttons asks for, apart from saving. */
export type WeekEdit =
  | { act: "add"; day: number }
  | { act: "remove"; day: number; shift: number }
  | { act: "copy"; from: number; to: number[] };

/** Puts a stored week into the form. Midnight as closing time stands there as 00:00, as time inputs know no 24:00. */
export function typedWeek(hours: readonly WeekShift[]): TypedWeek {
  return weekdays.map((day) =>
    hours
      .filter((shift) => shift.dayOfWeek === day && !shift.isClosed)
      .toSorted((a, b) => a.openTime.localeCompare(b.openTime))
      .map(({ openTime, closeTime }) => ({ open: openTime, close: closeTime === "24:00" ? "00:00" : closeTime })),
  );
}

/** The week in a posted form's or a form's kept values, each day up to its first gap. */
export function readWeek(values: FormState["values"]): TypedWeek {
  const text = (name: string) => [values[name] ?? ""].flat()[0] ?? "";
  return weekdays.map((day) => {
    const shifts: TypedShift[] = [];
    for (let shift = 0; shift < mostShifts && values[openName(day, shift)] !== undefined; shift++) {
      shifts.push({ open: text(openName(day, shift)), close: text(closeName(day, shift)) });
    }
    return shifts;
  });
}

export function weekValues(week: TypedWeek): FormState["values"] {
  return Object.fromEntries(
    week.flatMap((shifts, day) =>
      shifts.flatMap(({ open, close }, shift) => [
        [openName(day, shift), open],
        [closeName(day, shift), close],
      ]),
    ),
  );
}

const intentShape = /^(add|remove)-([0-6])(?:-(\d{1,2}))?$/;

/** Reads a button's value: `add-0`, `remove-0-1`, `copy` (with the days in the form); null for anything else. */
export function readEdit(intent: string, listOf: (name: string) => string[]): WeekEdit | null {
  if (intent === "copy") {
    const [from] = listOf("copy-from").map(Number).filter(isWeekday);
    return from === undefined ? null : { act: "copy", from, to: listOf("copy-to").map(Number).filter(isWeekday) };
  }
  const [, act, day, shift] = intentShape.exec(intent) ?? [];
  if (act === "add") return { act, day: Number(day) };
  return act === "remove" && shift !== undefined ? { act, day: Number(day), shift: Number(shift) } : null;
}

export function editWeek(week: TypedWeek, edit: WeekEdit): TypedWeek {
  switch (edit.act) {
    case "add":
      return replaceDay(week, edit.day, (shifts) => [...shifts, nextShift(shifts)]);
    case "remove":
      return replaceDay(week, edit.day, (shifts) => shifts.filter((_, index) => index !== edit.shift));
    case "copy":
      return week.map((shifts, day) => (edit.to.includes(day) ? [...(week[edit.from] ?? [])] : shifts));
  }
}

/** What to save, shifts that were left empty set aside; `places[n]` is where the n-th shift stands in the form. */
export function hoursOf(week: TypedWeek): {
  hours: { dayOfWeek: number; openTime: string; closeTime: string }[];
  places: { day: number; shift: number }[];
} {
  const typed = week.flatMap((shifts, day) => shifts.map((times, shift) => ({ ...times, day, shift })));
  const given = typed.filter(({ open, close }) => open !== "" || close !== "");
  return {
    hours: given.map(({ day, open, close }) => ({ dayOfWeek: day, openTime: open, closeTime: closing(close) })),
    places: given.map(({ day, shift }) => ({ day, shift })),
  };
}

/** The field in the form for a path in what was saved (`hours.3.closeTime`, `hours.3.endTime`); null for any other path. */
export function fieldAt(path: string, places: readonly { day: number; shift: number }[]): string | null {
  const [, index, side] = /^hours\.(\d+)\.(openTime|closeTime|startTime|endTime)$/.exec(path) ?? [];
  const place = places[Number(index)];
  return place ? (side === "openTime" || side === "startTime" ? openName : closeName)(place.day, place.shift) : null;
}

/** Minutes that a day is open by shifts that are whole; what overlaps counts twice until it is put right. */
export function openMinutes(shifts: readonly TypedShift[]): number {
  return shifts.reduce((sum, shift) => sum + Math.max(0, spanOf(shift)?.length ?? 0), 0);
}

/** Where a shift lies in its day, in minutes; null while a time is missing or makes no sense. */
export function spanOf({ open, close }: TypedShift): { start: number; length: number } | null {
  if (!isTime(open) || !isTime(close)) return null;
  const start = wallMinutes(open);
  const length = wallMinutes(closing(close)) - start;
  return length > 0 ? { start, length } : null;
}

/** A day that closes at midnight closes at the end of itself. */
function closing(close: string): string {
  return close === "00:00" ? "24:00" : close;
}

/** An hour after the last shift for the rest of a usual day, or a usual day. */
function nextShift(shifts: readonly TypedShift[]): TypedShift {
  const last = shifts.at(-1);
  if (!last) return { open: "09:00", close: "17:00" };
  const span = spanOf(last);
  if (!span) return { open: "", close: "" };
  const open = span.start + span.length + 60;
  const close = Math.max(open + 180, wallMinutes("17:00"));
  return close < wallMinutes("24:00") ? { open: wallText(open), close: wallText(close) } : { open: "", close: "" };
}

function replaceDay(week: TypedWeek, day: number, change: (shifts: TypedShift[]) => TypedShift[]): TypedWeek {
  return week.map((shifts, index) => (index === day ? change(shifts) : shifts));
}

function isWeekday(day: number): boolean {
  return Number.isInteger(day) && day >= 0 && day <= 6;
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
