import { join } from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Outside Next nothing is ever sent to a browser, so the guard against it may stand aside.
  resolve: { alias: { "server-only": join(import.meta.dirname, "node_modules/server-only/empty.js") } },
  test: {
    pool: "forks",
    maxWorkers: 2,
    // Far from UTC and on a quarter hour: code that leans on the machine's zone shows.
    env: { TZ: "Asia/Kathmandu", SLOTWELL_SECRET: "only-for-tests-".repeat(3) },
    restoreMocks: true,
    projects: [
      {
        test: {
          name: "unit",
          // Properties over every zone and year take their time on a busy machine.
          testTimeout: 30_000,
          include: ["{app,lib,components,bin,prisma}/**/*.test.{ts,tsx}"],
          exclude: ["lib/**/server/**"],
        },
      },
      {
        test: {
          name: "database",
          include: ["tests/**/*.test.ts", "lib/**/server/**/*.test.ts"],
          globalSetup: "tests/global-setup.ts",
          setupFiles: "tests/setup.ts",
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
