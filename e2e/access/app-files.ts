import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const app = join(import.meta.dirname, "..", "..", "app");

/** Every page as its address (`/doctors/[slug]`), every route handler with its verb before it (`GET /signed-in`). */
export function routesInApp(): string[] {
  // A folder with an @ fills a place in a layout, at the address of another page.
  const pages = globSync("**/page.tsx", { cwd: app })
    .filter((file) => !file.includes("@"))
    .map(addressOf);
  const handlers = globSync("**/route.ts", { cwd: app }).flatMap((file) =>
    verbsIn(readFileSync(join(app, file), "utf8")).map((verb) => `${verb} ${addressOf(file)}`),
  );
  return [...pages, ...handlers].sort();
}

/** Every exported server action, as `<file under app/>#<name>`. */
export function actionsInApp(): string[] {
  return globSync("**/*.{ts,tsx}", { cwd: app })
    .map((file) => ({ file, text: readFileSync(join(app, file), "utf8") }))
    .filter(({ text }) => /["']use server["']/.test(text))
    .flatMap(({ file, text }) => {
      const names = [...text.matchAll(/^export (?:async function|const) (\w+)/gm)].map(([, name]) => name);
      // One that is not at the top of a file of its own would not be found by its name.
      return names.length > 0 ? names.map((name) => `${file}#${name}`) : [`${file}#?`];
    })
    .sort();
}

/** Folders in brackets are not part of the address. */
function addressOf(file: string): string {
  const folders = dirname(file)
    .split("/")
    .filter((folder) => folder !== "." && !folder.startsWith("("));
  return `/${folders.join("/")}`;
}

function verbsIn(text: string): string[] {
  const names = [...text.matchAll(/^export (?:async function|const|function) (\w+)/gm)].map(([, name = ""]) => name);
  const listed = [...text.matchAll(/^export (?:const )?\{([^}]*)\}/gm)].flatMap(([, list = ""]) =>
    list.split(",").map(
      (item) =>
        item
          .trim()
          .split(/\s+as\s+/)
          .at(-1) ?? "",
    ),
  );
  return [...names, ...listed].filter((name) => /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(name));
}
