import { expect, test } from "vitest";
import { insteadValues, readInstead } from "./instead.ts";

const alternatives = [
  { startsAt: 3000, endsAt: 4000, doctorId: "asked" },
  { startsAt: 1000, endsAt: 2000, doctorId: "another" },
];

test("an alternative with somebody else carries them, in time; with whoever was asked for, or anybody, it does not", () => {
  expect(insteadValues(alternatives, "asked")).toEqual(["1000 another", "3000"]);
  expect(insteadValues(alternatives, null)).toEqual(["1000", "3000"]);
  expect(insteadValues(undefined, "asked")).toEqual([]);
  expect(insteadValues(alternatives, "asked").map(readInstead)).toEqual([
    { startsAt: 1000, doctorId: "another" },
    { startsAt: 3000, doctorId: null },
  ]);
});
