import type { SearchParams } from "./choice.ts";

/** The choice that a posted form carries, in the form in which addresses carry it. */
export function postedChoice(form: FormData): SearchParams {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts);
}
