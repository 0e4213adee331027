import { expect, test } from "vitest";
import { refusal } from "#lib/scheduling/refusal.ts";
import { closureValues, readClosure } from "./closure-values.ts";

const entry = {
  id: "a",
  from: "2026-12-24",
  to: "2026-12-24",
  reason: "Christmas Eve",
  shifts: [
    { openTime: "09:00", closeTime: "12:00" },
    { openTime: "20:00", closeTime: "24:00" },
  ],
  holiday: null,
};

function post(fields: Record<string, unknown>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, String(value));
  return form;
}

test("a closure shown and posted again is the same, midnight included", () => {
  const { from, reason, shifts } = entry;
  expect(readClosure(post(closureValues(entry))).given).toEqual({ from, to: "", reason, shifts });
  const closed = closureValues({ ...entry, to: "2026-12-26", shifts: [] });
  expect(closed).toMatchObject({ kind: "closed", to: "2026-12-26" });
  expect(readClosure(post(closed))).toMatchObject({ given: { to: "2026-12-26", shifts: [] }, lacksHours: false });
});

test("hours of a closed day are left alone, special ones without any are lacking", () => {
  const typed = { from: "2026-12-24", reason: "Fair", "open-0-0": "09:00", "close-0-0": "" };
  expect(readClosure(post({ ...typed, kind: "closed" })).given.shifts).toEqual([]);
  expect(readClosure(post({ ...typed, kind: "special" })).given.shifts).toEqual([{ openTime: "09:00", closeTime: "" }]);
  expect(readClosure(post({ kind: "special", "open-0-0": "", "close-0-0": "" })).lacksHours).toBe(true);
});

test("what is refused stands at its field, past shifts that were left empty", () => {
  const form = post({ kind: "special", "open-0-0": "", "close-0-0": "", "open-0-1": "12:00", "close-0-1": "11:00" });
  const errors = [
    { path: "shifts.0.closeTime", message: "close_not_after_open" },
    { path: "reason", message: "required" },
  ];
  expect(
    readClosure(form)
      .atItsFields({ ...refusal("VALIDATION"), errors })
      .errors?.map(({ path }) => path),
  ).toEqual(["close-0-1", "reason"]);
});
