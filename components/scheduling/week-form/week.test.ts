import { describe, expect, test } from "vitest";
import { formValues } from "#lib/form-state.ts";
import {
  editWeek,
  fieldAt,
  hoursOf,
  openMinutes,
  readEdit,
  readWeek,
  type TypedWeek,
  typedWeek,
  weekValues,
} from "./week.ts";

const morning = { open: "08:00", close: "12:30" };
const afternoon = { open: "13:30", close: "18:00" };
const week: TypedWeek = [[morning, afternoon], [morning], [], [], [], [], []];

describe("the week in its form", () => {
  test("a posted form and kept answers give the same week back", () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(weekValues(week))) form.append(name, String(value));
    expect(readWeek(formValues(form))).toEqual(week);
    expect(readWeek(weekValues(week))).toEqual(week);
  });

  test("stored hours stand in order, a closed day is empty, midnight closes as 00:00", () => {
    const stored = [
      { dayOfWeek: 0, openTime: "13:00", closeTime: "24:00", isClosed: false },
      { dayOfWeek: 0, openTime: "08:00", closeTime: "12:00", isClosed: false },
      { dayOfWeek: 6, openTime: "00:00", closeTime: "00:00", isClosed: true },
    ];
    expect(typedWeek(stored)[0]).toEqual([
      { open: "08:00", close: "12:00" },
      { open: "13:00", close: "00:00" },
    ]);
    expect(typedWeek(stored)[6]).toEqual([]);
    expect(hoursOf(typedWeek(stored)).hours[1]).toEqual({ dayOfWeek: 0, openTime: "13:00", closeTime: "24:00" });
  });

  test("empty shifts are not saved, half-typed ones are, so that they are refused in place", () => {
    const { hours, places } = hoursOf([
      [
        { open: "", close: "" },
        { open: "09:00", close: "" },
      ],
      [],
      [],
      [],
      [morning],
      [],
      [],
    ]);
    expect(hours).toEqual([
      { dayOfWeek: 0, openTime: "09:00", closeTime: "" },
      { dayOfWeek: 4, openTime: "08:00", closeTime: "12:30" },
    ]);
    expect(fieldAt("hours.0.closeTime", places)).toBe("close-0-1");
    expect(fieldAt("hours.1.openTime", places)).toBe("open-4-0");
    expect(fieldAt("hours.1.startTime", places)).toBe("open-4-0");
    expect(fieldAt("hours.0.endTime", places)).toBe("close-0-1");
    expect(fieldAt("hours", places)).toBeNull();
    expect(fieldAt("hours.7.openTime", places)).toBeNull();
  });
});

describe("pressing its buttons", () => {
  const nothing = () => [];

  test("a shift more begins an hour after the last, or opens a usual day", () => {
    expect(editWeek(week, { act: "add", day: 1 })[1]).toEqual([morning, { open: "13:30", close: "17:00" }]);
    expect(editWeek(week, { act: "add", day: 2 })[2]).toEqual([{ open: "09:00", close: "17:00" }]);
    expect(editWeek([[{ open: "18:00", close: "23:30" }]], { act: "add", day: 0 })[0]?.[1]).toEqual({
      open: "",
      close: "",
    });
  });

  test("removing takes that shift alone", () => {
    expect(editWeek(week, { act: "remove", day: 0, shift: 0 })[0]).toEqual([afternoon]);
    expect(week[0]).toHaveLength(2);
  });

  test("copying puts one day's shifts in place of others'", () => {
    const copied = editWeek(week, { act: "copy", from: 0, to: [1, 4] });
    expect(copied[1]).toEqual(week[0]);
    expect(copied[4]).toEqual(week[0]);
    expect(copied[3]).toEqual([]);
  });

  test("buttons are read, and nothing else is", () => {
    expect(readEdit("add-3", nothing)).toEqual({ act: "add", day: 3 });
    expect(readEdit("remove-0-1", nothing)).toEqual({ act: "remove", day: 0, shift: 1 });
    const days = (name: string) => (name === "copy-from" ? ["0"] : ["1", "9", "x", "6"]);
    expect(readEdit("copy", days)).toEqual({ act: "copy", from: 0, to: [1, 6] });
    for (const intent of ["save", "", "add-7", "remove-0", "copy-1", "add-1-1-1"])
      expect(readEdit(intent, nothing)).toBeNull();
  });
});

test("open time is counted over whole shifts only", () => {
  expect(openMinutes([morning, afternoon])).toBe(540);
  expect(
    openMinutes([
      { open: "20:00", close: "00:00" },
      { open: "09:00", close: "" },
      { open: "10:00", close: "09:00" },
    ]),
  ).toBe(240);
});
