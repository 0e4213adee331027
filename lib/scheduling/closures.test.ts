import { expect, test } from "vitest";
import { closureEntries, problemsInShifts, type StoredClosure, specialHoursClash } from "./closures.ts";

const row = (id: string, settings: Partial<StoredClosure> = {}): StoredClosure => ({
  id,
  from: "2026-12-24",
  to: "2026-12-24",
  reason: "Christmas Eve",
  openTime: null,
  closeTime: null,
  holiday: null,
  ...settings,
});

test("rows with hours of the same days and reason are one entry, closed ones stand alone", () => {
  const afternoon = row("b", { openTime: "14:00", closeTime: "16:00" });
  const morning = row("a", { openTime: "09:00", closeTime: "12:00", holiday: "DE/2026-12-24" });
  const other = row("c", { openTime: "10:00", closeTime: "11:00", reason: "Fair" });
  const entries = closureEntries([
    row("z", { from: "2026-12-25", to: "2026-12-26" }),
    afternoon,
    other,
    morning,
    row("y"),
  ]);
  expect(entries.map(({ id, shifts }) => [id, shifts.length])).toEqual([
    ["a", 2],
    ["y", 0],
    ["c", 1],
    ["z", 0],
  ]);
  expect(entries[0]).toMatchObject({
    shifts: [
      { openTime: "09:00", closeTime: "12:00" },
      { openTime: "14:00", closeTime: "16:00" },
    ],
    holiday: "DE/2026-12-24",
  });
  expect(closureEntries([])).toEqual([]);
});

test.each([
  ["on one day", "2026-12-20", "2026-12-24", true],
  ["the day after", "2026-12-25", "2026-12-31", false],
  ["the day before", "2026-12-20", "2026-12-23", false],
])("special hours clash %s", (_, from, to, expected) => {
  const shifts = [{ openTime: "09:00", closeTime: "12:00" }];
  const mine = { from: "2026-12-24", to: "2026-12-24", shifts };
  expect(specialHoursClash(mine, { from, to, shifts })).toBe(expected);
  expect(specialHoursClash(mine, { from, to, shifts: [] })).toBe(false);
});

test("the shifts of a day are judged as those of a week", () => {
  const good = [
    { openTime: "09:00", closeTime: "12:00" },
    { openTime: "12:00", closeTime: "24:00" },
  ];
  expect(problemsInShifts(good)).toEqual([]);
  expect(
    problemsInShifts([...good, { openTime: "11:00", closeTime: "13:00" }, { openTime: "09:00", closeTime: "08:00" }]),
  ).toEqual([
    { path: "2.openTime", code: "shifts_overlap" },
    { path: "3.closeTime", code: "close_not_after_open" },
  ]);
});
