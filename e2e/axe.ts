import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

const source = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
const everything = { type: "tag" as const, values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
/** What another colour scheme can break. */
const colours = { type: "rule" as const, values: ["color-contrast", "link-in-text-block"] };

/**
 * What axe finds against WCAG 2.2 AA, or against its rules on colours alone, a paragraph each. Frames are left out: the only one shows a mail, in which no
 * script may run, axe's included.
 */
export async function accessProblems(page: Page, rules: "all" | "colours" = "all"): Promise<string[]> {
  const isThere = await page.evaluate(() => "axe" in window);
  if (!isThere) await page.evaluate(source);
  const violations = await page.evaluate(
    async (runOnly) => {
      // Colours are judged as they end up: a second is more than any of our transitions takes.
      const fading = () =>
        document.title === "" || document.getAnimations().some(({ playState }) => playState === "running");
      for (let pauses = 0; pauses === 0 || (fading() && pauses < 20); pauses++) {
        await new Promise((resume) => setTimeout(resume, 50));
      }
      const { axe: loaded } = window as unknown as { axe: typeof axe };
      // A violation is told by its HTML; working out selectors takes half of the time.
      const told = { iframes: false, resultTypes: ["violations" as const], selectors: false };
      const results = await loaded.run(document, { ...told, runOnly });
      return results.violations.map(({ id, help, nodes }) => ({ id, help, html: nodes.map((node) => node.html) }));
    },
    rules === "all" ? everything : colours,
  );
  return violations.map(({ id, help, html }) => `${id}: ${help}\n  ${html.join("\n  ")}`);
}
