import { expect, test } from "vitest";
import { rowValues, typedRows } from "./reminder-rows.ts";

function posted(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

test("a plan is typed in the largest units that say it, and read back", () => {
  const plan = [10_080, 1_440, 120, 45];
  expect(rowValues(plan)).toMatchObject({ "reminder-1": "7", "reminderUnit-1": "days", "reminder-5": "" });
  expect(typedRows(posted(rowValues(plan))).map(({ before }) => before)).toEqual(plan);
});

test("empty lines are left out, and what is no number stays to be refused in its place", () => {
  const form = posted({ "reminder-1": " ", "reminder-3": "soon", "reminderUnit-3": "hours" });
  expect(typedRows(form)).toEqual([{ field: "reminder-3", before: "soon" }]);
});
