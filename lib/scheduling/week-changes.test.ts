import { expect, test } from "vitest";
import { adding, removing, replacing, weeksAfter } from "./week-changes.ts";
import { weeksInTime } from "./weeks.ts";

const monday = [{ dayOfWeek: 0, startTime: "09:00", endTime: "12:00" }];
const friday = [{ dayOfWeek: 4, startTime: "13:00", endTime: "15:00" }];
const always = weeksInTime(monday.map((shift) => ({ ...shift, validFrom: null, validTo: null })));
const july = weeksAfter(always, adding(always, "2026-07-01", "2026-07-31", friday));

test("hours for some days lie between the week before and the week after", () => {
  expect(july).toEqual([
    { from: null, to: "2026-06-30", hours: monday },
    { from: "2026-07-01", to: "2026-07-31", hours: friday },
    { from: "2026-08-01", to: null, hours: monday },
  ]);
});

test("hours for good change the week around an exception, and not the exception", () => {
  const changed = weeksAfter(july, adding(july, "2026-05-01", null, []));
  expect(changed.map(({ from, hours }) => [from, hours])).toEqual([
    [null, monday],
    ["2026-05-01", []],
    ["2026-07-01", friday],
    ["2026-08-01", []],
  ]);
});

test("weeks are replaced by their beginnings, all of them or none", () => {
  expect(replacing(july, [null, null, "2026-08-01"], friday)?.spans).toEqual([
    { from: null, to: "2026-06-30" },
    { from: "2026-08-01", to: null },
  ]);
  const together = replacing(july, [null, "2026-08-01"], friday);
  expect(together && weeksAfter(july, together)).toEqual([{ from: null, to: null, hours: friday }]);
  expect(replacing(july, [null, "2026-07-02"], friday)).toBeNull();
});

test("a week that is taken away makes way for the one before it; the first cannot be", () => {
  const removed = removing(july, "2026-07-01");
  expect(removed && weeksAfter(july, removed)).toEqual(always);
  expect(removing(july, "2026-07-02")).toBeNull();
  expect(removing(always, "2026-07-01")).toBeNull();
});
