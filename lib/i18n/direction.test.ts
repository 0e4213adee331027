import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** Where a side of the screen is meant and not an end of the line, and why. */
const meant: Record<string, string> = {
  "background-position: right 1.15rem center, right 0.85rem center": "CSS has no logical place for a background",
  "background-position: left 0.85rem center, left 1.15rem center": "the same, mirrored",
  "background-image: linear-gradient(to right, var(--gauge-fill) var(--gauge-taken), var(--gauge-track) 0)":
    "CSS has no logical direction for a gradient",
  "mask-image: repeating-linear-gradient( to right, black 0 calc((100% + 1px) / var(--gauge-cells) - 1px), transparent 0 calc((100% + 1px) / var(--gauge-cells)) )":
    "cells look alike from both ends",
  "background-image: linear-gradient(to left, var(--gauge-fill) var(--gauge-taken), var(--gauge-track) 0)":
    "the gauge's, mirrored",
};

const root = new URL("../../", import.meta.url).pathname;
const read = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .sort()
    .map((file) => ({ file, text: withoutComments(readFileSync(root + file, "utf8")) }));

const components = read("{app,components}/**/*.{ts,tsx}").filter(({ file }) => !file.endsWith(".test.ts"));
const sheets = read("{app,components}/**/*.css");

const amount = String.raw`(?:\d|px\b|full\b|auto\b|\[|\()`;
const side = "(?:left|right)";
const sidedClass = new RegExp(
  [
    `(?:m|p|scroll-m|scroll-p)[lr]-${amount}.*`,
    `${side}-${amount}.*`,
    "border-[lr](?:-.*)?",
    "rounded-(?:[lr]|[tb][lr])(?:-.*)?",
    `(?:text|float|clear)-${side}`,
    `(?:origin|object|bg|mask)-(?:(?:top|bottom)-)?${side}(?:-.*)?`,
    "(?:bg-gradient|bg-linear|mask-linear)-to-[tb]?[lr](?:/.*)?",
    // Drawn by logical borders and margins already: turning them round turns them wrong.
    "(?:space|divide)-x-reverse",
  ]
    .map((each) => `^${each}$`)
    .join("|"),
);
const sidedStyle = new RegExp(
  [
    String.raw`\b(?:margin|padding|border|scrollMargin|scrollPadding)(?:Left|Right)\w*\s*:`,
    String.raw`\bborder(?:Top|Bottom)(?:Left|Right)Radius\s*:`,
    String.raw`(?<![\w.?])(?:left|right)\s*:(?!\s*(?:string|number|boolean)\b)`,
    String.raw`\b(?:textAlign|float|clear)\s*:\s*["']${side}["']`,
  ].join("|"),
  "g",
);

describe("what is laid out knows ends of the line, not sides of the screen", () => {
  test("in classes", () => {
    const found = components.flatMap(({ file, text }) =>
      classesIn(text)
        .filter((name) => sidedClass.test(bareName(name)))
        .map((name) => `${file}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  test("in style objects", () => {
    const found = components.flatMap(({ file, text }) =>
      (text.match(sidedStyle) ?? []).map((each) => `${file}: ${each}`),
    );
    expect(found).toEqual([]);
  });

  test("in style sheets, but for what is said here", () => {
    const found = sheets.flatMap(({ text }) =>
      text
        .split(/[;{}]/)
        .map((each) => each.trim().replace(/\s+/g, " "))
        .filter((each) => new RegExp(String.raw`\b${side}\b`).test(each)),
    );
    expect(found).toEqual(Object.keys(meant));
  });
});

describe("what has no ends is mirrored", () => {
  test("a shift along the line has its opposite", () => {
    const found = components.flatMap(({ file, text }) =>
      text.split(/["'`]/).flatMap((names) => {
        const shifts = classesIn(names).filter((name) => bareName(name).startsWith("translate-x-"));
        return shifts
          .filter((name) => !name.startsWith("rtl:") && !shifts.includes(`rtl:${opposite(name)}`))
          .map((name) => `${file}: ${name}`);
      }),
    );
    expect(found).toEqual([]);
  });

  test("an icon that points along the line", () => {
    const mirrored = /rtl:(?:\w+:)*(?:-scale-x-100|rotate-180)/;
    const found = components.flatMap(({ file, text }) =>
      pointingIcons(text).flatMap((icon) => {
        const tags = text.match(new RegExp(`<${icon}\\b[^>]*>`, "g"));
        // One that is chosen among others is drawn somewhere in its file.
        return (tags ?? [text]).filter((part) => !mirrored.test(part)).map(() => `${file}: ${icon}`);
      }),
    );
    expect(found).toEqual([]);
  });

  test("no icon is mirrored and turned: that would turn it the wrong way", () => {
    const found = components.flatMap(({ file, text }) =>
      (text.match(/<\w*Icon\b[^>]*>/g) ?? [])
        .filter((tag) => /rtl:-scale-x-100/.test(tag) && /(?<!max-sm:)\brotate-90/.test(tag))
        .map((tag) => `${file}: ${tag}`),
    );
    expect(found).toEqual([]);
  });

  test("a drawing that is stretched along the line", () => {
    const found = components.flatMap(({ file, text }) =>
      (text.match(/<svg\b[^>]*preserveAspectRatio="none"[^>]*>/g) ?? [])
        .filter((tag) => !/rtl:-scale-x-100/.test(tag))
        .map(() => file),
    );
    expect(found).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}

function classesIn(text: string): string[] {
  return text.split(/[\s"'`]+/);
}

/** A class without its variants, sign and emphasis. */
function bareName(name: string): string {
  return name.replace(/^.*:(?![^[]*\])/, "").replace(/^[!-]+|!$/g, "");
}

function opposite(name: string): string {
  const shift = /(?<=^|:)(-?)(translate-x-)/;
  return name.replace(shift, (_, sign: string, rest: string) => (sign ? rest : `-${rest}`));
}

/** Icons that point to a side, by the names they are imported under. */
function pointingIcons(text: string): string[] {
  const imported = [...text.matchAll(/import \{ (\w+(?:Left|Right)Icon) \}/g)].map(([, name = ""]) => name);
  return imported.filter((name) => !name.includes("LeftRight"));
}
