import { defineConfig } from "@playwright/test";
import { findBrowser } from "./bin/browser.ts";
import { browserFlags } from "./e2e/browser-flags.ts";

export default defineConfig({
  testDir: "e2e",
  outputDir: ".artifacts/playwright",
  globalSetup: "./e2e/global-setup.ts",
  // Each worker has a server, a database and a browser of its own.
  workers: 2,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [["list"], ["json", { outputFile: ".artifacts/playwright.json" }]],
  use: {
    locale: "en-GB",
    timezoneId: "Europe/London",
    // Costs a tenth of the run; `--trace on` shows a failure step by step.
    trace: "off",
    screenshot: "only-on-failure",
    // axe judges colours as they end up, not halfway through a transition.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: {
      executablePath: findBrowser(),
      args: browserFlags,
    },
  },
  projects: [
    { name: "desktop", use: { viewport: { width: 1440, height: 900 } } },
    // On a phone the ways that people go on one; what does not depend on the width runs once.
    {
      name: "phone",
      testMatch: /\/(visitor\/account|patient\/(book|move|cancel|lost-race)|doctor\/inbox|staff\/live-board)\.spec/,
      use: { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true },
    },
  ],
});
