import { expect, test } from "vitest";
import { directionOf, htmlLanguage, languageOf, languages, locales } from "./locales.ts";

test.each([
  ["de", "de"],
  ["de-AT", "de"],
  ["AR_eg", "ar"],
  ["ar-u-nu-latn", "ar"],
  ["en-GB", "en"],
  ["fr", null],
  ["constructor", null],
  ["", null],
  [undefined, null],
  [7, null],
])("%j is written in %j", (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});

test.each(languages)(
  "%s finds its way back from its tag, and writes times with the same digits everywhere",
  (language) => {
    const { tag, direction } = locales[language];
    expect(languageOf(tag)).toBe(language);
    expect(directionOf(tag)).toBe(direction);
    expect(htmlLanguage(tag)).toMatch(/^[a-z]{2}(-[A-Z]{2})?$/);
    const time = new Intl.DateTimeFormat(tag, {
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZone: "UTC",
    });
    expect(time.format(Date.UTC(2026, 10, 30, 9, 5))).toBe("09:05");
  },
);
