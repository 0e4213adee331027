import { expect, test } from "vitest";
import { askedPeople, peopleHref } from "./asked-people.ts";

test("an address and what it asks for say the same", () => {
  const asked = { search: "wren & co", filter: "doctor", page: 3 } as const;
  const query = Object.fromEntries(new URL(peopleHref(asked), "http://site.test").searchParams);
  expect(askedPeople(query)).toEqual(asked);
  expect(peopleHref({ search: "", filter: "all", page: 1 })).toBe("/admin/people");
});

test("anything that makes no sense means everyone, from the first page", () => {
  const everyone = { search: "", filter: "all", page: 1 };
  for (const query of [{}, { role: "owner" }, { page: "-1" }, { page: "1e9" }, { q: ["a", "b"], page: ["2"] }]) {
    expect(askedPeople(query)).toEqual(everyone);
  }
});
