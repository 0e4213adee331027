import { describe, expect, test } from "vitest";
import { usualStarts } from "./usual-starts.ts";

const shift = (openTime: string, closeTime: string, isClosed = false) => ({
  dayOfWeek: 0,
  openTime,
  closeTime,
  isClosed,
});

describe("usual starts", () => {
  test("are those of all shifts together, each once, by the part of the day", () => {
    const week = [shift("11:00", "12:30"), shift("11:30", "12:30"), shift("16:30", "18:00")];
    expect(usualStarts(week, { slotMinutes: 30, durationMinutes: 30 })).toEqual({
      morning: ["11:00", "11:30"],
      afternoon: ["12:00", "16:30"],
      evening: ["17:00", "17:30"],
    });
  });

  test("leave out what would not be over by closing time", () => {
    expect(usualStarts([shift("08:00", "09:00")], { slotMinutes: 20, durationMinutes: 45 }).morning).toEqual(["08:00"]);
  });

  test("know midnight as an end", () => {
    expect(usualStarts([shift("23:00", "24:00")], { slotMinutes: 30, durationMinutes: 30 }).evening).toEqual([
      "23:00",
      "23:30",
    ]);
  });

  test("are none on closed days", () => {
    const none = { morning: [], afternoon: [], evening: [] };
    expect(usualStarts([shift("00:00", "00:00", true)], { slotMinutes: 20, durationMinutes: 20 })).toEqual(none);
  });
});
