import { describe, expect, test } from "vitest";
import { addDays, type LocalDate } from "#lib/time.ts";
import { afterChange, type Change } from "./house-rules.ts";
import { impact, strandings } from "./impact.ts";
import { build, everyDay, noBuffers, place, stateOf, weekly } from "./paper-house.ts";
import type { StrandCode } from "./stranding.ts";

const monday = "2026-11-23";

describe("what each change strands", () => {
  const { rules, at } = build(monday, "Europe/London");
  const nine = place("nine", at("09:00"), { bookedAt: 1 });
  const ten = place("ten", at("10:00"), { bookedAt: 2 });
  const tenToo = place("ten too", at("10:00"), { doctorId: "okafor", bookedAt: 3 });
  const half = place("half past ten", at("10:30"), { bookedAt: 4 });
  const late = place("late", at("16:30", addDays(monday, 1)), { bookedAt: 5 });
  const state = stateOf([late, tenToo, nine, half, ten]);
  const week = (openTime: string, closeTime: string, days = everyDay) =>
    days.map((dayOfWeek) => ({ dayOfWeek, openTime, closeTime }));
  const closed = (from: LocalDate, to: LocalDate, shifts: { openTime: string; closeTime: string }[] = []) => ({
    kind: "closures" as const,
    replaces: null,
    add: [{ from, to, reason: "Stocktaking", shifts }],
  });
  const tenSlot = String(at("10:00"));
  const withoutIto = { kind: "doctor_services", doctorId: "ito", services: [] } as const;

  test.each<[string, Change, Record<string, StrandCode>]>([
    ["the same week again", { kind: "week", hours: week("09:00", "17:00") }, {}],
    ["opening later", { kind: "week", hours: week("09:30", "17:00") }, { nine: "clinic_hours" }],
    ["closing earlier", { kind: "week", hours: week("09:00", "16:45") }, { late: "clinic_hours" }],
    [
      "no Tuesday any more",
      { kind: "week", hours: week("09:00", "17:00", [0, 2, 3, 4, 5, 6]) },
      { late: "clinic_hours" },
    ],
    [
      "a template for Tuesday",
      {
        kind: "template",
        replaces: null,
        template: { validFrom: addDays(monday, 1), validTo: addDays(monday, 8), hours: week("09:00", "13:00") },
      },
      { late: "clinic_hours" },
    ],
    ["a template without any hours", templateOf([]), { late: "clinic_hours" }],
    ["a closed Tuesday", closed(addDays(monday, 1), addDays(monday, 1)), { late: "closed" }],
    [
      "special hours on Tuesday",
      closed(addDays(monday, 1), addDays(monday, 1), [{ openTime: "10:00", closeTime: "12:00" }]),
      { late: "clinic_hours" },
    ],
    [
      "the doctor's shorter week",
      { kind: "doctor_weeks", doctorId: "ito", weekly: [weekly(0, "09:30", "18:00"), weekly(1, "08:00", "18:00")] },
      { nine: "doctor_hours" },
    ],
    [
      "time off",
      { kind: "time_off", doctorId: "ito", startsAt: at("09:15"), endsAt: at("10:30") },
      { nine: "doctor_away", ten: "doctor_away" },
    ],
    ["a closed slot", { kind: "slots", slots: [{ id: tenSlot, isOpen: false }] }, twoAtTen("slot_closed")],
    ["one place less", { kind: "slots", slots: [{ id: tenSlot, capacity: 1 }] }, { "ten too": "slot_full" }],
    [
      "a day for two",
      { kind: "day_capacity", localDate: monday, capacity: 2 },
      { "ten too": "day_full", "half past ten": "day_full" },
    ],
    ["a longer check-up", timed(60), { ten: "doctor_busy", late: "clinic_hours" }],
    ["room for a break", timed(30, { bufferAfterMinutes: 10 }), { ten: "doctor_busy" }],
    ["a shorter check-up", timed(15), {}],
    [
      "Dr Ito offers it no longer",
      { ...withoutIto, services: [{ serviceId: "check", isOffered: false, durationMinutes: null }] },
      { nine: "not_offered", ten: "not_offered", "half past ten": "not_offered", late: "not_offered" },
    ],
    [
      "Dr Ito takes longer",
      { ...withoutIto, services: [{ serviceId: "check", isOffered: true, durationMinutes: 45 }] },
      { ten: "doctor_busy", late: "clinic_hours" },
    ],
  ])("%s", (_, change, expected) => {
    expect(codesOf(impact(state, rules, afterChange(rules, change)))).toEqual(expected);
  });

  function twoAtTen(code: StrandCode) {
    return { ten: code, "ten too": code };
  }

  function timed(durationMinutes: number, buffers: Partial<typeof noBuffers> = {}): Change {
    const timing = { durationMinutes, ...noBuffers, ...buffers };
    return { kind: "service", serviceId: "check", timing, doctorIds: ["ito", "okafor"] };
  }

  function templateOf(hours: ReturnType<typeof week>): Change {
    const template = { validFrom: addDays(monday, 1), validTo: addDays(monday, 1), hours };
    return { kind: "template", replaces: null, template };
  }

  test("a template that goes, and a window that goes, take their hours with them", () => {
    const onlySummer = afterChange(afterChange(rules, { kind: "week", hours: [] }), {
      kind: "template",
      replaces: null,
      template: { validFrom: monday, validTo: addDays(monday, 6), hours: week("09:00", "17:00") },
    });
    expect(strandings(state, onlySummer)).toEqual([]);
    const without = afterChange(onlySummer, { kind: "template", replaces: monday, template: null });
    expect(Object.keys(codesOf(impact(state, onlySummer, without)))).toHaveLength(5);

    const extra = { weekly: [], windows: [{ id: "w", start: at("09:00"), end: at("12:00") }], timeOff: [] };
    const byWindow = { ...rules, doctors: new Map([...rules.doctors, ["ito", extra]]) };
    const mine = stateOf([nine, ten]);
    expect(strandings(mine, byWindow)).toEqual([]);
    const gone = afterChange(byWindow, { kind: "window_removed", doctorId: "ito", id: "w" });
    expect(codesOf(impact(mine, byWindow, gone))).toEqual({ nine: "doctor_hours", ten: "doctor_hours" });
  });

  test("special hours with several shifts are replaced whole", () => {
    const shifts = [
      { openTime: "09:00", closeTime: "12:00" },
      { openTime: "16:00", closeTime: "17:00" },
    ];
    const tuesday = addDays(monday, 1);
    const special = afterChange(rules, closed(tuesday, tuesday, shifts));
    const named = { ...special, closures: special.closures.map((row, n) => ({ ...row, id: `c${n}` })) };
    expect(strandings(stateOf([late]), named)).toEqual([]);
    const replaced = afterChange(named, { ...closed(tuesday, tuesday, shifts.slice(0, 1)), replaces: "c1" });
    expect(replaced.closures).toHaveLength(1);
    expect(codesOf(impact(stateOf([late]), named, replaced))).toEqual({ late: "clinic_hours" });
  });

  test("whoever booked last gives way, and a hold before anybody", () => {
    const held = place("held", at("10:00"), { doctorId: "okafor", status: "held", bookedAt: 0 });
    const one = afterChange(rules, { kind: "slots", slots: [{ id: tenSlot, capacity: 1 }] });
    expect(impact(stateOf([held, ten]), rules, one)).toEqual([]);
  });

  test("what is over, or stood against it before, is not the change's doing", () => {
    const closedNow = afterChange(rules, { kind: "slots", slots: [{ id: tenSlot, isOpen: false }] });
    expect(impact(stateOf([ten], at("10:00")), rules, closedNow)).toEqual([]);
    const away = afterChange(closedNow, {
      kind: "time_off",
      doctorId: "ito",
      startsAt: at("10:00"),
      endsAt: at("11:00"),
    });
    expect(codesOf(impact(stateOf([ten]), closedNow, away))).toEqual({ ten: "doctor_away" });
    const otherHours = afterChange(away, { kind: "doctor_weeks", doctorId: "ito", weekly: [] });
    expect(codesOf(impact(stateOf([ten]), away, otherHours))).toEqual({});
    const shut = afterChange(rules, closed(monday, monday));
    const short = afterChange(shut, closed(monday, monday, [{ openTime: "12:00", closeTime: "13:00" }]));
    const special = { ...short, closures: short.closures.slice(1) };
    expect(codesOf(impact(stateOf([ten]), shut, special))).toEqual({});
    expect(strandings(stateOf([ten]), away)[0]?.reasons.map(({ code }) => code)).toEqual([
      "slot_closed",
      "doctor_away",
    ]);
  });

  test("people in one session are not in each other's way", () => {
    const session = { sessionKey: "yoga", startsAt: at("09:00") };
    const group = [place("a", at("09:00"), session), place("b", at("09:00"), session)];
    expect(impact(stateOf(group), rules, afterChange(rules, timed(60)))).toEqual([]);
  });

  test("an appointment at another clinic is in the way of a longer one here", () => {
    const elsewhere = new Map([["ito", [{ start: at("09:45"), end: at("10:00") }]]]);
    const busy = { ...stateOf([nine]), elsewhere };
    expect(codesOf(impact(busy, rules, afterChange(rules, timed(60))))).toEqual({ nine: "doctor_busy" });
  });
});

/** The first reason of each. */
function codesOf(found: ReturnType<typeof impact>): Record<string, StrandCode | undefined> {
  return Object.fromEntries(found.map(({ id, reasons }) => [id, reasons[0]?.code]));
}
