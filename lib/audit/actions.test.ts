import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { expect, test } from "vitest";
import messages from "#messages/en.json" with { type: "json" };
import { auditActions } from "./actions.ts";

const written = /\baction: (?:[\w.]+ \? )?"([a-z_]+\.[a-z_]+)"/g;
/** One of two that are chosen between, or handed to the function that writes it. */
const handed = /(?<!namespace)(?:action = |, |: )"([a-z_]+\.[a-z_]+)"/g;
const subjects = new Set<string | undefined>(auditActions.map((action) => action.split(".")[0]));

test("every action that is written into the log is known, and has its words", async () => {
  const found = new Set<string>();
  for await (const file of glob("lib/*/server/**/*.ts")) {
    const source = readFileSync(file, "utf8");
    for (const [, action = ""] of source.matchAll(written)) found.add(action);
    for (const [, action = ""] of source.matchAll(handed)) {
      if (subjects.has(action.split(".")[0])) found.add(action);
    }
  }
  expect(found.size).toBeGreaterThan(60);
  expect([...found].filter((action) => !auditActions.some((known) => known === action))).toEqual([]);
});

test("every known action has words, and no words are left over", () => {
  const words = Object.entries(messages.audit.action).flatMap(([subject, verbs]) =>
    Object.keys(verbs).map((verb) => `${subject}.${verb}`),
  );
  expect(words.sort()).toEqual([...auditActions].sort());
});
