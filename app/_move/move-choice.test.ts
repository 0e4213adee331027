import { expect, test } from "vitest";
import { moveHref, readMoveChoice } from "./move-choice.ts";

const doctor = "018f0000-0000-7000-8000-000000000000";

test("a choice is read back from its own address", () => {
  const choice = { doctor, day: "2026-11-24", startsAt: 1_795_000_000_000 };
  const query = moveHref("/move", choice).split("?")[1];
  expect(readMoveChoice(Object.fromEntries(new URLSearchParams(query)))).toEqual(choice);
  expect(readMoveChoice({ doctor: "any" })).toEqual({ doctor: "any" });
  expect(moveHref("/move", {})).toBe("/move");
});

test.each([
  [{ doctor: "dr-okafor" }],
  [{ day: "2026-02-30" }],
  [{ day: "9999-01-01" }],
  [{ startsAt: "soon" }],
  [{ startsAt: ["-1"] }],
])("what nobody could have chosen counts as not chosen: %o", (params) => expect(readMoveChoice(params)).toEqual({}));
