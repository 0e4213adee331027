import { expect, test } from "vitest";
import { isTimeZone } from "#lib/time.ts";
import { countries, currencyNames, isCountry, isCurrency, timeZonesByArea } from "./places.ts";

test.each(["GB", "DE", "NP", "US", "ZA"])("%s is a country", (code) => expect(isCountry(code)).toBe(true));

test.each(["DD", "SU", "YU", "EU", "UN", "ZZ", "XA", "QQ", "gb", "GBR", ""])("%j is none", (code) => {
  expect(isCountry(code)).toBe(false);
});

test("currencies are told by their ISO code", () => {
  expect(["EUR", "GBP", "JPY", "NPR"].every(isCurrency)).toBe(true);
  expect(["eur", "XXQ", ""].some(isCurrency)).toBe(false);
});

test("every choice on offer would be accepted", () => {
  expect(countries("en").every(({ code }) => isCountry(code))).toBe(true);
  expect(currencyNames("en").every(({ code }) => isCurrency(code))).toBe(true);
  const zones = timeZonesByArea().flatMap((area) => area.zones);
  expect(zones.length).toBeGreaterThan(300);
  expect(zones.filter(({ code }) => !isTimeZone(code))).toEqual([]);
});
