import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import messages from "#messages/en.json" with { type: "json" };
import { cutToFit, gsmLength, toGsm } from "./gsm.ts";
import { telephoneNumber } from "./telephone-number.ts";
import { reminderText } from "./text-message.ts";

const texts = { t: createTranslator({ locale: "en-GB", messages, namespace: "mail" }), locale: "en-GB" };
const morning = Date.UTC(2026, 10, 24, 10, 30);
const textOf = (clinicName: string, starts = [morning], status: "pending" | "confirmed" = "confirmed") =>
  reminderText(
    {
      name: "Priya Patel",
      clinicName,
      timeZone: "Europe/London",
      appointments: starts.map((startsAt) => ({
        startsAt,
        serviceName: "Blood test",
        doctorName: "Dr Okafor",
        status,
      })),
    },
    texts,
  );

test("clinic and time, and nothing else", () => {
  expect(textOf("Northgate")).toBe("Northgate: your appointment is on Tue 24 Nov, 10:30.");
  expect(textOf("Northgate", [morning, morning + 3_600_000], "pending")).toBe(
    "Northgate: your appointments are on Tue 24 Nov, 10:30 and 11:30. Not yet confirmed.",
  );
});

test.each([
  ["a usual name", "St Mary’s – Family Practice", 160],
  ["a name with what counts twice", "[Clinic] {of} €uro ~ ^ |", 160],
  ["a very long name", "The Very Reverend Somebody’s Memorial Practice for Everything ".repeat(5), 160],
  ["another alphabet", "Поликлиника № 1", 134],
  ["a long name in another alphabet", "Городская поликлиника ".repeat(9), 134],
])("%s fits, in one text message or two, however many times there are", (_, clinicName, room) => {
  for (const count of [1, 2, 6, 40]) {
    const text = textOf(
      clinicName,
      Array.from({ length: count }, (_each, n) => morning + n * 600_000),
      "pending",
    );
    const size = gsmLength(text) ?? [...text].length;
    expect(text).toMatch(/24 Nov, .*10:30/);
    expect(text).toMatch(new RegExp(`^${clinicName.slice(0, 2).replace("[", "\\[")}`));
    expect(size, text).toBeLessThanOrEqual(room);
  }
});

test("what has a plain form is written in it, what has none is left", () => {
  expect(toGsm("’–“”… çğş")).toBe('\'-""... cgs');
  expect(toGsm("éàäñÉ")).toBe("éàäñÉ");
  expect(gsmLength("€[]")).toBe(6);
  expect(gsmLength("Привет")).toBeNull();
  expect(cutToFit("Northgate", 5)).toBe("Nort.");
});

test.each([
  ["+44 7700 900123", undefined, "+447700900123"],
  ["+44 (0)7700 900123", undefined, "+447700900123"],
  ["0044 7700/900-123", undefined, "+447700900123"],
  ["07700 900123", "44", "+447700900123"],
  ["7700 900123", "44", "+447700900123"],
  ["07700 900123", undefined, null],
  ["+0 12345678", undefined, null],
  ["+44 123", undefined, null],
  ["+123456789012345678", undefined, null],
])("%s at home in %s is %s", (typed, country, expected) => expect(telephoneNumber(typed, country)).toBe(expected));
