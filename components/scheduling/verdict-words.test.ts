import { createFormatter, createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { formats } from "#lib/i18n/formats.ts";
import type { Verdict } from "#lib/scheduling/booking-decision.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { parseInstant } from "#lib/time.ts";
import messages from "#messages/en.json" with { type: "json" };
import { verdictWords } from "./verdict-words.ts";

const locale = "en-GB";
const t = createTranslator({
  locale,
  messages,
  namespace: "why",
  onError: (error) => expect.unreachable(String(error)),
});
const format = createFormatter({ locale, formats });
const words = (verdict: Verdict) => verdictWords(verdict, t, format, "Europe/London");
const at = (text: string) => parseInstant(`2026-11-24T${text}Z`);
const time = { minNoticeMinutes: 120, horizonDays: 30, lastDate: "2026-12-24" };
const places = { booked: 5, capacity: 5, startsAt: at("10:30"), held: 0, heldUntil: null };

test.each<[Verdict, string]>([
  [{ rule: "time", refusal: null, facts: time }, "Patients need 2 hours and book up to Thu 24 Dec, 30 days ahead."],
  [{ rule: "time", refusal: refusal("TOO_SHORT_NOTICE"), facts: time }, "Too soon: patients need 2 hours."],
  [{ rule: "time", refusal: refusal("PAST"), facts: time }, "It lies in the past."],
  [
    { rule: "grid", refusal: refusal("CLOSED"), facts: { startsAt: null, closure: "Christmas Day" } },
    "Closed: Christmas Day.",
  ],
  [
    { rule: "grid", refusal: refusal("CLOSED"), facts: { startsAt: null, closure: null } },
    "There are no slots on this day.",
  ],
  [{ rule: "grid", refusal: null, facts: { startsAt: at("10:30"), closure: null } }, "A slot begins at 10:30."],
  [
    { rule: "cover", refusal: null, facts: { durationMinutes: 20, endsAt: at("10:50") } },
    "20 minutes until 10:50 are covered by open slots.",
  ],
  [{ rule: "slot", refusal: refusal("SLOT_FULL"), facts: places }, "5/5 places at 10:30."],
  [
    { rule: "slot", refusal: refusal("SLOT_FULL"), facts: { ...places, held: 1, heldUntil: at("10:07") } },
    "5/5 places at 10:30, one of them only held until 10:07.",
  ],
  [
    { rule: "day", refusal: null, facts: { booked: 31, capacity: 36, held: 2, heldUntil: at("10:07") } },
    "31/36 appointments on the day, 2 of them only held, the first until 10:07.",
  ],
  [
    { rule: "day", refusal: null, facts: { booked: 3, capacity: null, held: 0, heldUntil: null } },
    "3 on the day, which has no limit of its own.",
  ],
  [
    { rule: "working", refusal: null, facts: { from: at("09:00"), to: at("12:00"), awayFrom: null, awayTo: null } },
    "Works 09:00 to 12:00.",
  ],
  [
    {
      rule: "working",
      refusal: refusal("OUTSIDE_HOURS", { reason: "doctor" }),
      facts: { from: null, to: null, awayFrom: at("09:00"), awayTo: at("17:00") },
    },
    "Away, Tue 24 Nov, 09:00 to Tue 24 Nov, 17:00.",
  ],
  [
    {
      rule: "doctor",
      refusal: refusal("DOCTOR_BUSY"),
      facts: { bufferBeforeMinutes: 0, bufferAfterMinutes: 10, from: at("10:00"), to: at("10:40") },
    },
    "Busy 10:00 to 10:40, buffers included (0 min before, 10 min after).",
  ],
  [{ rule: "seats", refusal: null, facts: { booked: 3, capacity: 8 } }, "3/8 seats of the session taken."],
  [{ rule: "resource", refusal: null, facts: { count: 2, free: 1 } }, "1 of 2 rooms or devices free."],
  [
    { rule: "standing", refusal: null, facts: { missed: 0, limit: 3 } },
    "From 3 missed visits on, patients have to call.",
  ],
])("what a rule found, with its numbers (%#)", (verdict, expected) => {
  expect(words(verdict)).toBe(expected);
});
