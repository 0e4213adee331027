import { expect, test } from "vitest";
import { gatherSessions } from "./session.ts";

const seat = (key: string) => ({ key, seats: 4 });

test("those of one session come together, where the first of them stands", () => {
  const list = [
    { id: "1", session: null },
    { id: "2", session: seat("class") },
    { id: "3", session: null },
    { id: "4", session: seat("class") },
    { id: "5", session: seat("other class") },
  ];
  expect(
    gatherSessions(list).map(({ session, people }) => [session?.key ?? null, ...people.map(({ id }) => id)]),
  ).toEqual([
    [null, "1"],
    ["class", "2", "4"],
    [null, "3"],
    ["other class", "5"],
  ]);
  expect(gatherSessions([])).toEqual([]);
});
