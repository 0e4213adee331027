import { createFormatter, createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { formats } from "#lib/i18n/formats.ts";
import { type StrandReason, strandCodes } from "#lib/scheduling/stranding.ts";
import { parseInstant } from "#lib/time.ts";
import messages from "#messages/en.json" with { type: "json" };
import { strandWords } from "./strand-words.ts";

const locale = "en-GB";
const t = createTranslator({
  locale,
  messages,
  namespace: "impact",
  onError: (error) => expect.unreachable(String(error)),
});
const format = createFormatter({ locale, formats });
const words = (reason: StrandReason) => strandWords(reason, t, format, "Europe/London");
const at = (text: string) => parseInstant(`${text}Z`);

test.each(strandCodes.map((code) => [code]))("%s has words, also without numbers", (code) => {
  expect(words({ code, detail: {} }).length).toBeGreaterThan(7);
});

test.each<[StrandReason, string]>([
  [{ code: "closed", detail: { reason: "Christmas Day" } }, "Closed: Christmas Day"],
  [
    { code: "slot_full", detail: { startsAt: at("2026-11-24T10:30"), booked: 5, capacity: 3 } },
    "One of 5 at 10:30, where 3 fit",
  ],
  [
    { code: "doctor_away", detail: { from: at("2026-11-24T09:00"), to: at("2026-11-24T12:00") } },
    "The doctor is away, 09:00 to 12:00",
  ],
  [
    { code: "doctor_away", detail: { from: at("2026-11-24T00:00"), to: at("2026-11-25T00:00") } },
    "The doctor is away on Tue 24 Nov",
  ],
  [
    { code: "doctor_away", detail: { from: at("2026-11-23T00:00"), to: at("2026-11-28T00:00") } },
    "The doctor is away, Mon 23 Nov to Fri 27 Nov",
  ],
])("says its numbers in the clinic's time (%#)", (reason, expected) => {
  expect(words(reason)).toBe(expected);
});
