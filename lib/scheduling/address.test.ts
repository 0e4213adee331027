import { describe, expect, test } from "vitest";
import { addressLines } from "./address.ts";

const nowhere = { addressLine1: null, addressLine2: null, city: null, postcode: null, country: null };

describe("addressLines", () => {
  test.each([
    ["GB", "London", "N30 2NG", "London N30 2NG"],
    ["DE", "Berlin", "10115", "10115 Berlin"],
    [null, "Berlin", "10115", "10115 Berlin"],
    ["GB", "London", null, "London"],
  ])("writes the town of %s the way letters do", (country, city, postcode, town) => {
    const address = { ...nowhere, addressLine1: "21 Northgate Row", country, city, postcode };
    expect(addressLines(address)).toEqual(["21 Northgate Row", town]);
  });

  test("has no empty lines", () => {
    expect(addressLines(nowhere)).toEqual([]);
  });
});
