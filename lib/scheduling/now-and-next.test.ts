import { describe, expect, test } from "vitest";
import { parseInstant as at, minutes } from "#lib/time.ts";
import type { AppointmentStatus } from "./lifecycle.ts";
import { nowAndNext } from "./now-and-next.ts";

const now = at("2026-11-24T10:00:00Z");
const visit = (id: string, status: AppointmentStatus, inMinutes: number, since: number | null = null) => ({
  id,
  status,
  startsAt: now + minutes(inMinutes),
  since: since === null ? null : now + minutes(since),
});
const ids = (people: { id: string }[]) => people.map(({ id }) => id);

describe("now and next", () => {
  test("everyone stands where they are, once", () => {
    const morning = [
      visit("over", "completed", -90),
      visit("missed", "no_show", -60),
      visit("late", "confirmed", -5),
      visit("paused", "on_hold", -30),
      visit("seen", "in_progress", -15),
      visit("here", "checked_in", 10, -4),
      visit("held", "held", 20),
      visit("soon", "confirmed", 20),
      visit("asked", "pending", 40),
      visit("afternoon", "confirmed", 200),
    ];
    const { late, next, waiting, inside } = nowAndNext(morning, now);
    expect([late, next, waiting, inside].map(ids)).toEqual([["late"], ["soon", "asked"], ["here"], ["paused", "seen"]]);
  });

  test("whose time is this very minute is expected no longer, but late", () => {
    expect(ids(nowAndNext([visit("a", "confirmed", 0)], now).late)).toEqual(["a"]);
    expect(ids(nowAndNext([visit("a", "confirmed", 90), visit("b", "confirmed", 91)], now).next)).toEqual(["a"]);
  });

  test("with nobody soon, the very next is named all the same", () => {
    const later = [visit("b", "confirmed", 240), visit("a", "confirmed", 180)];
    expect(ids(nowAndNext(later, now).next)).toEqual(["a"]);
    expect(nowAndNext([], now)).toEqual({ late: [], next: [], waiting: [], inside: [] });
  });

  test("who has waited longest is first, whenever their time is; the latest to be late comes last", () => {
    const house = [
      visit("b", "checked_in", -20, -2),
      visit("a", "checked_in", 15, -12),
      visit("unknown", "checked_in", -5),
      visit("y", "confirmed", -3),
      visit("x", "pending", -50),
    ];
    const { waiting, late } = nowAndNext(house, now);
    expect(ids(waiting)).toEqual(["a", "unknown", "b"]);
    expect(ids(late)).toEqual(["x", "y"]);
  });
});
