import { expect, test } from "vitest";
import { byYear, doiHref, readDoi } from "./publication.ts";

test.each([
  ["10.1136/bmj.n71", "10.1136/bmj.n71"],
  [" https://doi.org/10.1136/bmj.n71 ", "10.1136/bmj.n71"],
  ["http://dx.doi.org/10.1136/bmj.n71", "10.1136/bmj.n71"],
  ["doi: 10.1136/bmj.n71", "10.1136/bmj.n71"],
  [
    "10.1002/(SICI)1096-8644(199601)99:1<1::AID-AJPA1>3.0.CO;2-#",
    "10.1002/(SICI)1096-8644(199601)99:1<1::AID-AJPA1>3.0.CO;2-#",
  ],
  ["10.1/x", null],
  ["11.1136/bmj", null],
  ["https://example.org/10.1136/bmj.n71", null],
  ["javascript:alert(1)", null],
  ["10.1136/with space", null],
])("%s is read as %s", (typed, bare) => expect(readDoi(typed)).toBe(bare));

test("what an address would misread is hidden in it", () => {
  expect(doiHref("10.1002/a<1>#b?c/d")).toBe("https://doi.org/10.1002/a%3C1%3E%23b%3Fc/d");
  expect(new URL(doiHref("10.1002/a<1>#b?c/d")).hash).toBe("");
});

test("the newest come first, and what has no year last", () => {
  const list = [
    { title: "B", year: 2020 },
    { title: "No year", year: null },
    { title: "A", year: 2020 },
    { title: "New", year: 2024 },
  ];
  expect(list.toSorted(byYear).map(({ title }) => title)).toEqual(["New", "A", "B", "No year"]);
});
