import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { projectFolder, runQuietly, startBoundNode } from "#bin/child.ts";
import { freePort } from "#bin/port.ts";

const next = join(projectFolder, "node_modules", "next", "dist", "bin", "next");

const files = {
  "package.json": '{ "private": true, "type": "module" }\n',
  "next.config.js": "export default { poweredByHeader: false };\n",
  "app/layout.jsx":
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
  "app/page.jsx": "export default function Page() {\n  return <h1>Nothing</h1>;\n}\n",
};

/**
 * Runs `use` with an app of the same Next and React that does nothing: a layout, a page, no client code. It is built
 * once for each version of Next and kept among the artefacts.
 */
export async function withEmptyApp(use: (url: string) => Promise<void>): Promise<void> {
  const { version } = JSON.parse(await readFile(join(projectFolder, "node_modules/next/package.json"), "utf8"));
  const folder = join(projectFolder, ".artifacts", `empty-app-${version}`);
  const environment = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  if (!(await readFile(join(folder, ".next", "BUILD_ID")).catch(() => null))) {
    await mkdir(join(folder, "app"), { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    await runQuietly("Building an empty app", [next, "build", folder], environment);
  }
  const port = await freePort();
  const server = startBoundNode([next, "start", folder, "--port", String(port)], environment);
  const url = `http://localhost:${port}`;
  try {
    while (!(await fetch(url).catch(() => null))) {
      if (server.exitCode !== null) throw new Error("The empty app did not start.");
      await sleep(50);
    }
    await use(url);
  } finally {
    server.kill();
  }
}
