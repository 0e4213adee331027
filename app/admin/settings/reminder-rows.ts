import { noticeMinutes, noticeParts } from "#lib/notice-unit.ts";
import { reminderLimits } from "#lib/notifications/reminders.ts";

/** The lines of the form, from 1. */
export const reminderRows = Array.from({ length: reminderLimits.most }, (_, n) => n + 1);

export const amountField = (row: number) => `reminder-${row}`;
export const unitField = (row: number) => `reminderUnit-${row}`;

/** What the lines show at first: the plan, then empty ones in days. */
export function rowValues(plan: readonly number[]): Record<string, string> {
  return Object.fromEntries(
    reminderRows.flatMap((row) => {
      const before = plan[row - 1];
      const { amount, unit } = before === undefined ? { amount: "", unit: "days" } : noticeParts(before);
      return [
        [amountField(row), String(amount)],
        [unitField(row), unit],
      ];
    }),
  );
}

/** The lines that were filled in, each with its field and what was typed, in minutes where that is a number. */
export function typedRows(form: FormData): { field: string; before: number | string }[] {
  return reminderRows.flatMap((row) => {
    const amount = String(form.get(amountField(row)) ?? "").trim();
    if (amount === "") return [];
    return [{ field: amountField(row), before: noticeMinutes(amount, String(form.get(unitField(row)))) }];
  });
}
