import { join } from "node:path";
import { type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import type pg from "pg";
import { demoPassword } from "#lib/accounts/demo.ts";
import { accessProblems } from "./axe.ts";
import { type RunningClinic, withClinic } from "./clinic.ts";
import { PagePool } from "./page-pool.ts";
import { type DemoRole, demoPerson, type Person } from "./people.ts";
import { makeSamples, type Samples } from "./samples.ts";
import { noteComplaints } from "./watch.ts";

interface Fixtures {
  /** The owner's view of this worker's database, for what no screen shows. */
  database: pg.Pool;
  /** Signs a page in as the demo account of a role, through the form. */
  signInAs: (role: DemoRole, page: Page) => Promise<void>;
  /** A page signed in as somebody by cookie, or as nobody, that shares nothing with any other. */
  openAs: (who: DemoRole | Person | "visitor", options?: OpenOptions) => Promise<Page>;
  /** What this test's browsers complained about; anything left in it at the end fails the test. */
  complaints: string[];
  /** Keeps a picture of the whole page among the artefacts. */
  keepScreenshot: (name: string, page: Page) => Promise<void>;
  /** Fails with a list of what axe finds against WCAG 2.2 AA. */
  expectAccessible: (page: Page, rules?: "all" | "colours") => Promise<void>;
}

interface OpenOptions {
  javaScriptEnabled?: boolean;
  /** Of another clinic than the worker's own. */
  siteUrl?: string;
  /** For a test that needs another browser context, or changes its own for good: opened for it alone. */
  own?: BrowserContextOptions;
}

interface WorkerFixtures {
  /** The worker's own site with its own copy of the demo clinic; tests of one worker see each other's bookings. */
  clinic: RunningClinic;
  /** A patient's appointment and what else the addresses of pages need; for reading only. */
  samples: Samples;
  pages: PagePool;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  clinic: [
    async ({ browserName: _any }, use) => {
      await withClinic(use);
    },
    { scope: "worker", timeout: 120_000 },
  ],
  samples: [
    async ({ clinic }, use) => {
      await use(await makeSamples(clinic));
    },
    { scope: "worker" },
  ],
  pages: [
    async ({ browser, clinic }, use) => {
      await use(new PagePool(browser, clinic.url));
    },
    { scope: "worker" },
  ],
  baseURL: async ({ clinic }, use) => use(clinic.url),
  database: async ({ clinic }, use) => use(clinic.database),
  complaints: [
    async ({ browserName: _any }, use) => {
      const complaints: string[] = [];
      await use(complaints);
      expect(complaints, "what the browser complained about").toEqual([]);
    },
    { auto: true },
  ],
  page: async ({ openAs }, use) => use(await openAs("visitor")),
  openAs: async ({ browser, clinic, pages, complaints, viewport }, use, { project }) => {
    const opened: Page[] = [];
    await use(async (who, { javaScriptEnabled = true, siteUrl = clinic.url, own } = {}) => {
      const person = typeof who === "string" && who !== "visitor" ? await demoPerson(clinic.database, who) : who;
      const cookie = person === "visitor" ? null : person.cookie;
      if (!own && siteUrl === clinic.url) {
        return pages.lend(cookie, { project: project.name, javaScriptEnabled }, viewport, complaints);
      }
      const settings = { reducedMotion: "reduce", javaScriptEnabled, baseURL: siteUrl, ...own } as const;
      const context = await browser.newContext(settings);
      noteComplaints(context, (complaint) => complaints.push(complaint));
      if (cookie) await context.addCookies([{ ...cookie, url: siteUrl, httpOnly: true, sameSite: "Lax" }]);
      const page = await context.newPage();
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
    await pages.takeBack();
  },
  signInAs: async ({ clinic }, use) => {
    await use(async (role, page) => {
      const { email } = await demoPerson(clinic.database, role);
      await page.goto("/sign-in");
      await page.getByLabel("E-mail address").fill(email);
      await page.getByLabel("Password", { exact: true }).fill(demoPassword);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.waitForURL((url) => url.pathname !== "/sign-in");
    });
  },
  keepScreenshot: async ({ browserName: _any }, use, info) => {
    await use(async (name, page) => {
      const path = join(".artifacts", "screens", `${name}-${info.project.name}.jpg`);
      await page.screenshot({ path, type: "jpeg", quality: 80, fullPage: true, animations: "disabled" });
    });
  },
  expectAccessible: async ({ browserName: _any }, use) => {
    await use(async (page, rules = "all") => {
      expect(await accessProblems(page, rules)).toEqual([]);
    });
  },
});

export { expect };
