import { createFormatter, createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { type Refusal, type RefusalCode, refusal, refusalStatus } from "#lib/scheduling/refusal.ts";
import messages from "#messages/en.json" with { type: "json" };
import { formats } from "./formats.ts";
import { refusalFieldErrors, refusalWords } from "./refusal-words.ts";

const locale = "en-GB";
const onError = (error: Error) => {
  throw error;
};
const t = createTranslator({ locale, messages, namespace: "refusal", onError });
const format = createFormatter({ locale, formats, onError });
const place = { timeZone: "Europe/London", phone: "020 7946 0217" };
const words = (refused: Refusal) => refusalWords(refused, t, format, place);

const startsAt = Date.parse("2026-07-07T09:30:00Z");
const codes = Object.keys(refusalStatus) as RefusalCode[];

describe("refusalWords", () => {
  test.each(codes)("%s has a title and a sentence, with nothing known too", (code) => {
    const { title, message } = words(refusal(code));
    expect(title).toMatch(/\S/);
    expect(message).toMatch(/[.!]$/);
    expect(message).not.toMatch(/[{}]|undefined|NaN|Invalid/);
  });

  test.each<[Refusal, string]>([
    [refusal("SLOT_FULL", { booked: 5, capacity: 5, startsAt }), "5 of 5 places at 10:30 on Tuesday 7 July are taken."],
    [refusal("SLOT_FULL", { booked: 7, capacity: 5, startsAt }), "5 of 5 places at 10:30 on Tuesday 7 July are taken."],
    [refusal("SLOT_FULL", { reason: "session", booked: 8, capacity: 8 }), "All 8 seats of this session are taken."],
    [refusal("DOCTOR_BUSY", { reason: "resource", count: 2 }), "Every room or device that this needs is taken then."],
    [
      refusal("DAY_FULL", { booked: 40, capacity: 40, localDate: "2026-07-07" }),
      "40 of 40 places on Tuesday 7 July are taken.",
    ],
    [
      refusal("SAME_PATIENT", { startsAt, endsAt: startsAt + 1_200_000 }),
      "It is on Tuesday 7 July from 10:30 to 10:50.",
    ],
    [refusal("PAST", { startsAt }), "It was 10:30 on Tuesday 7 July."],
    [
      refusal("BEYOND_HORIZON", { horizonDays: 30, lastDate: "2026-08-06" }),
      "up to Thursday 6 August, that is 30 days ahead.",
    ],
    [refusal("TOO_SHORT_NOTICE", { minNoticeMinutes: 120 }), "at least 2 hours before"],
    [refusal("TOO_SHORT_NOTICE", { minNoticeMinutes: 90 }), "at least 90 minutes before"],
    [refusal("TOO_SHORT_NOTICE", { minNoticeMinutes: 1440 }), "at least 1 day before"],
    [refusal("TOO_LATE_TO_CANCEL", { deadline: startsAt, cancelNoticeHours: 24 }), "until Tuesday 7 July, 10:30."],
    [refusal("TOO_LATE_TO_CANCEL", { deadline: startsAt, cancelNoticeHours: 24 }), "call us on 020 7946 0217."],
    [refusal("FORBIDDEN", { reason: "missed", missed: 3, limit: 3 }), "3 appointments were missed here"],
    [refusal("FORBIDDEN", { reason: "missed", missed: 3, limit: 3 }), "Please call us on 020 7946 0217:"],
    [refusal("CLOSED", { localDate: "2026-12-25" }), "no appointments on Friday 25 December."],
    [refusal("CLOSED", { startsAt }), "no appointments on Tuesday 7 July at 10:30."],
    [refusal("OUTSIDE_HOURS", { reason: "doctor" }), "The doctor does not work at that time."],
    [refusal("OUTSIDE_HOURS", { reason: "too_long" }), "would run into a closed time."],
    [refusal("ILLEGAL_TRANSITION", { from: "cancelled", to: "confirmed" }), "already cancelled."],
    [refusal("RATE_LIMITED", { retryAfterSeconds: 40 }), "wait 40 seconds"],
  ])("$code says its numbers", (refused, part) => {
    expect(words(refused).message).toContain(part);
  });
});

describe("refusalFieldErrors", () => {
  test("says each problem once, in words, by field", () => {
    const errors = ["required", "required", "too_long", "no_such_key"].map((message) => ({ path: "notes", message }));
    expect(refusalFieldErrors({ ...refusal("VALIDATION"), errors }, t)).toEqual({
      notes: [t("field.required"), t("field.too_long"), t("field.invalid")],
    });
  });
});
