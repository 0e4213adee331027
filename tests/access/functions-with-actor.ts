import { glob, readFile } from "node:fs/promises";
import { join } from "node:path";

/** The exported functions of lib/<module>/server that are given an actor, as the TypeScript says it. */
export async function functionsWithActor(): Promise<string[]> {
  const found: string[] = [];
  const project = join(import.meta.dirname, "../..");
  for await (const file of glob("lib/*/server/**/*.ts", { cwd: project, exclude: ["**/*.test.ts"] })) {
    found.push(...namesIn(await readFile(join(project, file), "utf8")));
  }
  return found.sort();
}

const exported = /export (?:async )?function (\w+)[^(]*\(|export const (\w+)[^=]*= (?:\w+\()?(?:async )?\(/g;

function namesIn(source: string): string[] {
  return [...source.matchAll(exported)].flatMap((match) => {
    const parameters = parametersFrom(source.slice(match.index + match[0].length));
    return /\b(Any)?Actor\b/.test(parameters) ? [match[1] ?? match[2] ?? ""] : [];
  });
}

/** The text up to the parenthesis that closes the list. */
function parametersFrom(text: string): string {
  let depth = 1;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "(") depth++;
    if (text[at] === ")" && --depth === 0) return text.slice(0, at);
  }
  return text;
}
