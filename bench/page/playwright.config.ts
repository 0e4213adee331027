import { defineConfig } from "@playwright/test";
import suite from "../../playwright.config.ts";

/** Measures pages alone, one after the other: the suite beside them would be measured too. */
export default defineConfig({
  ...suite,
  testDir: ".",
  globalSetup: "../../e2e/global-setup.ts",
  workers: 1,
  projects: [{ name: "page" }],
});
