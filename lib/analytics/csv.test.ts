import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRow } from "./csv.ts";

test.each([
  ["=1+1", "'=1+1"],
  ["+44 20 7946 0000", "'+44 20 7946 0000"],
  ["-2", "'-2"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "'\t=1"],
  ["\r=1", `"'\r=1"`],
  ["  =1", "'  =1"],
  ["＝1", "'＝1"],
  ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
  ["Priya, Patel", '"Priya, Patel"'],
  ["two\nlines", '"two\nlines"'],
  ["a-b", "a-b"],
  ["O'Neill", "O'Neill"],
])("%j is written %j", (value, written) => {
  expect(csvRow([value])).toBe(`${written}\r\n`);
});

test("numbers stay numbers, nothing stays empty", () => {
  expect(csvRow([-3, 1.5, null, true, ""])).toBe("-3,1.5,,true,\r\n");
});

/** An independent reader of RFC 4180, one character at a time. */
function read(line: string): string[] {
  const cells = [""];
  let quoted = false;
  for (let at = 0; at < line.length - 2; at++) {
    const [one = "", next = ""] = line.slice(at, at + 2);
    if (quoted && one === '"' && next === '"') {
      cells.push(`${cells.pop()}"`);
      at++;
    } else if (one === '"') quoted = !quoted;
    else if (one === "," && !quoted) cells.push("");
    else cells.push((cells.pop() ?? "") + one);
  }
  return cells;
}

const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", '"', ",", "'", " ", "a", "1", "＝") }),
);

test("whatever is written is read back, and is no formula", () => {
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (values) => {
      const line = csvRow(values);
      expect(line.endsWith("\r\n")).toBe(true);
      const cells = read(line);
      expect(cells.map((text, n) => (text === `'${values[n]}` ? values[n] : text))).toEqual(values);
      for (const text of cells) expect(text).not.toMatch(/^\s*[=+\-@]|^[\t\r]/);
    }),
  );
});
