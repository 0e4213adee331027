import { describe, expect, test } from "vitest";
import { planContactSchema } from "./plan-schema.ts";

const contact = { name: "Noor Haddad", email: "noor@example.test" };

function errorsOf(input: unknown): string[] {
  const { error } = planContactSchema.safeParse(input);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("whom a plan is for", () => {
  test.each([
    ["SW1A 1AA", "GB"],
    ["sw1a1aa", "gb"],
    ["1010", "AT"],
    ["D02 AF30", "IE"],
    ["any at all", "AQ"],
    ["12", undefined],
  ])("may have the postcode %s in %s", (postcode, country) => {
    expect(errorsOf({ ...contact, postcode, country })).toEqual([]);
  });

  test.each([
    ["1010", "GB"],
    ["SW1A 1AA", "AT"],
    ["12", "DE"],
  ])("cannot have the postcode %s in %s", (postcode, country) => {
    expect(errorsOf({ ...contact, postcode, country })).toEqual(["postcode: postcode"]);
  });

  test("reads of everything that is wrong at once", () => {
    const wrong = { name: "", email: "nowhere", postcode: "12", country: "GB", city: "x".repeat(121) };
    expect(errorsOf(wrong).toSorted()).toEqual([
      "city: too_long",
      "email: email",
      "name: required",
      "postcode: postcode",
    ]);
    expect(errorsOf({ ...contact, postcode: "1010", country: "Austria" })).toEqual(["country: country"]);
  });
});
