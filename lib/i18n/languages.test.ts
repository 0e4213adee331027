import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import arabic from "#messages/ar.json" with { type: "json" };
import german from "#messages/de.json" with { type: "json" };
import english from "#messages/en.json" with { type: "json" };
import arabicFailure from "#messages/failure.ar.json" with { type: "json" };
import germanFailure from "#messages/failure.de.json" with { type: "json" };
import englishFailure from "#messages/failure.en.json" with { type: "json" };
import { locales } from "./locales.ts";

type Texts = { [key: string]: string | Texts };

type Message = [key: string, elements: MessageFormatElement[]];

const read = (texts: Texts, prefix = ""): Message[] =>
  Object.entries(texts).flatMap(([key, text]) =>
    typeof text === "string" ? [[prefix + key, parse(text)] as Message] : read(text, `${prefix}${key}.`),
  );

/** What a message asks of its caller: arguments, numbers it shows, ways it forks, tags it wraps in. */
function demands(elements: MessageFormatElement[], counted = ""): string[] {
  return elements.flatMap((element) => {
    switch (element.type) {
      case TYPE.literal:
        return [];
      case TYPE.pound:
        return [`shows ${counted}`];
      case TYPE.number:
        return [`takes ${element.value}`, `shows ${element.value}`];
      case TYPE.select:
        return [
          `takes ${element.value}`,
          `${element.value} is ${Object.keys(element.options).sort().join(" or ")}`,
          ...Object.values(element.options).flatMap((option) => demands(option.value, counted)),
        ];
      case TYPE.plural:
        return [
          `takes ${element.value}`,
          ...Object.values(element.options).flatMap((option) => demands(option.value, element.value)),
        ];
      case TYPE.tag:
        return [`wraps in ${element.value}`, ...demands(element.children, counted)];
      default:
        return [`takes ${element.value}`];
    }
  });
}

/** Forms of number a language tells apart and a message leaves out; nothing has to be said of zero. */
function missingForms(elements: MessageFormatElement[], tag: string): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return missingForms(element.children, tag);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const inside = Object.values(element.options).flatMap((option) => missingForms(option.value, tag));
    if (element.type === TYPE.select) return inside;
    const { pluralCategories } = new Intl.PluralRules(tag, { type: element.pluralType }).resolvedOptions();
    const missing = pluralCategories.filter((form) => form !== "zero" && !(form in element.options));
    return [...missing.map((form) => `${element.value}: ${form}`), ...inside];
  });
}

/** The letters a reader meets, without names of arguments and tags. */
const letters = (elements: MessageFormatElement[]): string =>
  elements
    .map((element) => {
      if (element.type === TYPE.literal) return element.value;
      if (element.type === TYPE.tag) return letters(element.children);
      if (element.type !== TYPE.plural && element.type !== TYPE.select) return "";
      return Object.values(element.options)
        .map((option) => letters(option.value))
        .join(" ");
    })
    .join(" ");

const sorted = (words: string[]) => [...new Set(words)].sort();

const arabicMessages = read(arabic);
const wanted = new Map(read(english).map(([key, elements]) => [key, sorted(demands(elements))]));

describe.each([
  ["de", read(german)],
  ["ar", arabicMessages],
] as const)("%s", (language, messages) => {
  test("has exactly the messages of English, and none is empty", () => {
    expect(sorted(messages.map(([key]) => key))).toEqual(sorted([...wanted.keys()]));
    expect(messages.filter(([, elements]) => elements.length === 0)).toEqual([]);
  });

  test("takes the same arguments, shows the same numbers, forks and wraps alike", () => {
    const found = messages.map(([key, elements]) => [key, sorted(demands(elements))]);
    expect(found).toEqual(messages.map(([key]) => [key, wanted.get(key)]));
  });

  test("has every form of number", () => {
    const missing = messages.map(([key, elements]) => [key, missingForms(elements, locales[language].tag)] as const);
    expect(missing.filter(([, forms]) => forms.length > 0)).toEqual([]);
  });
});

test("no Arabic message is left in another script, but for names", () => {
  const latin = arabicMessages.filter(([, elements]) => {
    const seen = letters(elements);
    return /\p{L}/u.test(seen) && !/\p{Script=Arabic}/u.test(seen);
  });
  expect(sorted(latin.map(([key]) => key))).toEqual([
    "doctorProfile.publications.doi",
    "doctors.doi",
    "search.shortcut",
    "shell.productName",
  ]);
});

test("the page that stands when nothing else does has the same words in every language", () => {
  const keys = Object.keys(englishFailure);
  expect(Object.keys(germanFailure)).toEqual(keys);
  expect(Object.keys(arabicFailure)).toEqual(keys);
});
