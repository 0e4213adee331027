import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { type VisitReason, visitReasonCodes } from "#lib/scheduling/plan-view.ts";
import messages from "#messages/en.json" with { type: "json" };
import { visitReasonWords } from "./visit-reason-words.ts";

const t = createTranslator({ locale: "en-GB", messages, namespace: "plan.reason" });
const words = (reason: VisitReason, names?: Record<string, string>) => visitReasonWords(reason, t, names);

test.each(visitReasonCodes)("%s is a whole sentence, with its numbers and without", (code) => {
  const detail = { booked: 5, capacity: 5, reason: "Christmas Day", doctorId: "d1" };
  for (const sentence of [words({ code, detail }), words({ code, detail: {} })]) {
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    expect(sentence).not.toMatch(/[{}_]|undefined|null/);
  }
});

test("a closure is named, and a full house tells its numbers but never more than all", () => {
  expect(words({ code: "closed", detail: { reason: "Christmas Day" } })).toBe("Closed that day: Christmas Day.");
  expect(words({ code: "closed", detail: { reason: null } })).toBe("The practice is closed that day.");
  expect(words({ code: "day_full", detail: { booked: 42, capacity: 40 } })).toContain("40/40");
  expect(words({ code: "slot_full", detail: { booked: 5, capacity: 5 } })).toContain("5/5");
});

test("a doctor is named where the name is known", () => {
  const reason = { code: "doctor_away", detail: { doctorId: "d1" } } as const;
  expect(words(reason, { d1: "Dr Okafor" })).toBe("Dr Okafor does not work at that time.");
  expect(words(reason)).toBe("The doctor does not work at that time.");
});
