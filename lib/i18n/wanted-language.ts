import { type Language, languageOf } from "./locales.ts";

/**
 * The language that a browser's `Accept-Language` likes best among those the texts exist in (RFC 9110, 12.5.4): the
 * highest weight, of equals the first; `q=0` means never. Null where it wants none of them, or does not care.
 */
export function wantedLanguage(acceptLanguage: string | null): Language | null {
  const wishes = (acceptLanguage ?? "").split(",").map((part) => {
    const [tag = "", ...parameters] = part.split(";").map((each) => each.trim());
    return { language: languageOf(tag), weight: weightOf(parameters) };
  });
  const [best] = wishes.filter(({ language, weight }) => language && weight > 0).sort((a, b) => b.weight - a.weight);
  return best?.language ?? null;
}

function weightOf(parameters: string[]): number {
  const given = parameters.find((parameter) => /^q=/i.test(parameter));
  if (!given) return 1;
  const weight = Number(given.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}
