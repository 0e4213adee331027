import { expect, it } from "vitest";
import { drawnHours } from "./drawn-hours.ts";

const at = (text: string) => Date.parse(text);

it("holds every stretch in whole hours of the clinic's clock", () => {
  const stretches = [
    { start: at("2026-11-24T09:20Z"), end: at("2026-11-24T12:00Z") },
    { start: at("2026-11-24T08:40Z"), end: at("2026-11-24T09:05Z") },
  ];
  expect(drawnHours(stretches, "Europe/London")).toEqual({
    start: at("2026-11-24T08:00Z"),
    end: at("2026-11-24T12:00Z"),
  });
});

it("counts hours where the clock stands at half past", () => {
  const stretches = [{ start: at("2026-11-24T03:45Z"), end: at("2026-11-24T05:00Z") }];
  expect(drawnHours(stretches, "Asia/Kolkata")).toEqual({
    start: at("2026-11-24T03:30Z"),
    end: at("2026-11-24T05:30Z"),
  });
});

it("draws nothing of nothing", () => {
  expect(drawnHours([], "Europe/London")).toBeNull();
});
