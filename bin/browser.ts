import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { SetupError } from "./setup-error.ts";

/** The shell, which has no windows of its own to draw, opens a page in a third of the time. */
const names = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
];

/** The Chromium that tests run in: Playwright's own where it was downloaded, else the system's. */
export function findBrowser(): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [chromium.executablePath(), ...candidates].find(isExecutable);
}

/** Installs a browser when there is none: by Playwright, else by the system's package manager. */
export function ensureBrowser(): string {
  const playwright = join(import.meta.dirname, "..", "node_modules", "@playwright", "test", "cli.js");
  const ways: [program: string, args: string[]][] = [
    [process.execPath, [playwright, "install", "chromium"]],
    ["apt-get", ["update", "--quiet"]],
    ["apt-get", ["install", "--yes", "--no-install-recommends", "chromium-headless-shell"]],
    ["apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]],
  ];
  for (const [program, args] of ways) {
    const found = findBrowser();
    if (found) return found;
    spawnSync(program, args, { stdio: "inherit", timeout: 10 * 60_000 });
  }
  const found = findBrowser();
  if (found) return found;
  throw new SetupError("No Chromium to test in. Install one (apt-get install chromium, as root) and run it again.");
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
