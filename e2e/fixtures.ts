import { join } from "node:path";
import { type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import type pg from "pg";
import { demoPassword } from "#lib/accounts/demo.ts";
import { accessProblems } from "./axe.ts";
import { type RunningClinic, withClinic } from "./clinic.ts";
import { type DemoRole, demoPerson, type Person } from "./people.ts";
import { makeSamples, type Samples } from "./samples.ts";
import { SharedPages } from "./shared-pages.ts";
import { noteComplaints } from "./watch.ts";

interface Fixtures {
  /** The owner's view of this worker's database, for what no screen shows. */
  database: pg.Pool;
  /** Signs the page in as the demo account of a role, through the form. */
  signInAs: (role: DemoRole, page?: Page) => Promise<void>;
  /** A page in a browser context of its own, signed in as somebody by cookie, or as nobody. */
  openAs: (who: DemoRole | Person | "visitor", options?: BrowserContextOptions) => Promise<Page>;
  /** The worker's own page, signed in likewise: for one look or one form, with nothing left to the next test. */
  lookAs: (who: Person | "visitor", options?: { javaScriptEnabled: boolean }) => Promise<Page>;
  /** What this test's browsers complained about; anything left in it at the end fails the test. */
  complaints: string[];
  /** Keeps a picture of the whole page among the artefacts. */
  keepScreenshot: (name: string, page?: Page) => Promise<void>;
  /** Fails with a list of what axe finds against WCAG 2.2 AA. */
  expectAccessible: (page?: Page, rules?: "all" | "colours") => Promise<void>;
}

interface WorkerFixtures {
  /** The worker's own site with its own copy of the demo clinic; tests of one worker see each other's bookings. */
  clinic: RunningClinic;
  /** A patient's appointment and what else the addresses of pages need; for reading only. */
  samples: Samples;
  sharedPages: SharedPages;
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
  sharedPages: [
    async ({ browser, clinic }, use) => {
      await use(new SharedPages(browser, clinic.url));
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
  context: async ({ context, complaints }, use) => {
    noteComplaints(context, complaints);
    await use(context);
  },
  openAs: async ({ browser, clinic, complaints }, use) => {
    const opened: Page[] = [];
    await use(async (who, options) => {
      const context = await browser.newContext({ reducedMotion: "reduce", ...options });
      noteComplaints(context, complaints);
      if (who !== "visitor") {
        const { cookie } = typeof who === "string" ? await demoPerson(clinic.database, who) : who;
        await context.addCookies([{ ...cookie, url: clinic.url, httpOnly: true, sameSite: "Lax" }]);
      }
      const page = await context.newPage();
      opened.push(page);
      return page;
    });
    for (const page of opened) await page.context().close();
  },
  lookAs: async ({ sharedPages, complaints, viewport }, use) => {
    await use(async (who, { javaScriptEnabled } = { javaScriptEnabled: true }) => {
      const page = await sharedPages.open(who === "visitor" ? null : who.cookie, javaScriptEnabled);
      if (viewport) await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      return page;
    });
    complaints.push(...(await sharedPages.leave()));
  },
  signInAs: async ({ page: own, clinic }, use) => {
    await use(async (role, page = own) => {
      const { email } = await demoPerson(clinic.database, role);
      await page.goto("/sign-in");
      await page.getByLabel("E-mail address").fill(email);
      await page.getByLabel("Password", { exact: true }).fill(demoPassword);
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await page.waitForURL((url) => url.pathname !== "/sign-in");
    });
  },
  keepScreenshot: async ({ page: own }, use, info) => {
    await use(async (name, page = own) => {
      const path = join(".artifacts", "screens", `${name}-${info.project.name}.jpg`);
      await page.screenshot({ path, type: "jpeg", quality: 80, fullPage: true, animations: "disabled" });
    });
  },
  expectAccessible: async ({ page: own }, use) => {
    await use(async (page = own, rules = "all") => {
      expect(await accessProblems(page, rules)).toEqual([]);
    });
  },
});

export { expect };
