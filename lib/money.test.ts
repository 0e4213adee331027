import { describe, expect, test } from "vitest";
import { majorUnits, minorDigits, moneyWords, parsePrice, priceText } from "./money.ts";

describe("prices between people and minor units", () => {
  test.each([
    ["45", "EUR", 4500],
    ["45.5", "EUR", 4550],
    ["45,50", "EUR", 4550],
    ["0.07", "GBP", 7],
    ["1 250", "EUR", 125_000],
    ["1'250.00", "CHF", 125_000],
    ["45.", "EUR", 4500],
    ["500", "JPY", 500],
    ["1.234", "KWD", 1234],
    ["0", "EUR", 0],
  ])("%s %s is %i", (typed, currency, amount) => {
    expect(parsePrice(typed, currency)).toBe(amount);
  });

  test.each([
    ["", "EUR"],
    ["free", "EUR"],
    ["-5", "EUR"],
    ["4.505", "EUR"],
    ["5.5", "JPY"],
    ["1e3", "EUR"],
    ["1.2.3", "EUR"],
    ["99999999999999999999", "EUR"],
  ])("%j is no price in %s", (typed, currency) => {
    expect(parsePrice(typed, currency)).toBeNull();
  });

  test.each(["EUR", "JPY", "KWD"])("what is shown in %s is read back as the same amount", (currency) => {
    for (const amount of [0, 1, 9, 10, 99, 100, 101, 4550, 1_234_567]) {
      expect(parsePrice(priceText(amount, currency), currency)).toBe(amount);
    }
  });

  test("major units follow the currency's digits", () => {
    expect([minorDigits("EUR"), minorDigits("JPY"), minorDigits("KWD")]).toEqual([2, 0, 3]);
    expect([majorUnits(4550, "EUR"), majorUnits(500, "JPY")]).toEqual([45.5, 500]);
  });
});

test.each([
  ["en-GB", "GBP", "£45.50"],
  ["de-DE", "GBP", "45,50\u00a0£"],
  ["ar-u-nu-latn", "EUR", "\u200f45.50\u00a0€"],
  ["ar-u-nu-latn", "GBP", "\u200f45.50\u00a0\u2066UK£\u2069"],
])("an amount in %s and %s keeps its sign together", (tag, currency, words) => {
  const write = (value: number, style: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag, style).format(value);
  expect(moneyWords(4550, currency, write)).toBe(words);
});
