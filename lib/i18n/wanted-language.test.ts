import { expect, test } from "vitest";
import { wantedLanguage } from "./wanted-language.ts";

test.each([
  ["de", "de"],
  ["de-AT,de;q=0.9,en;q=0.8", "de"],
  ["fr-FR,fr;q=0.9,ar;q=0.4,en;q=0.3", "ar"],
  ["en;q=0.4, AR-eg;q=0.8", "ar"],
  ["en,de", "en"],
  ["de;q=0, en;q=0.1", "en"],
  ["de;q=2, en;q=x, ar;q=0.1", "ar"],
  ["fr, nl;q=0.5", null],
  ["*", null],
  ["*;q=0.5, de;q=0.1", "de"],
  ["de;q=0", null],
  ["dex,ens", null],
  [",;;q=,", null],
  ["", null],
  [null, null],
])("%j asks for %j", (header, language) => {
  expect(wantedLanguage(header)).toBe(language);
});
