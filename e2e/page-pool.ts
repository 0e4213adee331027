import type { Browser, BrowserContext, Page, ViewportSize } from "@playwright/test";
import type { Person } from "./people.ts";
import { noteComplaints } from "./watch.ts";

/** What a page cannot change any more once it is open. */
interface Kind {
  /** Whose phones and desks differ in more than their width. */
  project: string;
  javaScriptEnabled: boolean;
}

interface Pooled {
  kind: string;
  context: BrowserContext;
  page: Page;
  /** Of the test that has it. */
  complaints: string[];
}

/**
 * A worker's pages, lent to one test after another: opening one takes a browser longer than most of what is done with it.
 * Nothing of one test is left for the next: not who was signed in, not where the page was.
 */
export class PagePool {
  readonly #browser: Browser;
  readonly #siteUrl: string;
  readonly #idle: Pooled[] = [];
  readonly #lent: Pooled[] = [];

  constructor(browser: Browser, siteUrl: string) {
    this.#browser = browser;
    this.#siteUrl = siteUrl;
  }

  /**
   * @param cookie of the person it is signed in as; null for nobody
   * @param complaints takes what the browser complains about until the page is back
   */
  async lend(cookie: Person["cookie"] | null, wanted: Kind, viewport: ViewportSize | null, complaints: string[]) {
    const kind = JSON.stringify(wanted);
    const at = this.#idle.findIndex((pooled) => pooled.kind === kind);
    const pooled = at < 0 ? await this.#open(kind, wanted) : (this.#idle.splice(at, 1)[0] as Pooled);
    pooled.complaints = complaints;
    this.#lent.push(pooled);
    const { context, page } = pooled;
    const signedIn = cookie && { ...cookie, ...cookieOf(this.#siteUrl) };
    await context.setStorageState({ cookies: signedIn ? [signedIn] : [], origins: [] });
    if (viewport) await page.setViewportSize(viewport);
    await page.emulateMedia({ media: null, colorScheme: "light", reducedMotion: "reduce" });
    return page;
  }

  /** Ends what the pages still do. */
  async takeBack(): Promise<void> {
    for (const pooled of this.#lent.splice(0)) {
      const { context, page } = pooled;
      if (page.isClosed()) {
        await context.close();
        continue;
      }
      for (const other of context.pages()) if (other !== page) await other.close();
      // On the same site, so that the process stays that knows its scripts.
      await page.goto(`${this.#siteUrl}/icon.svg`);
      this.#idle.push(pooled);
    }
  }

  async #open(kind: string, { javaScriptEnabled }: Kind): Promise<Pooled> {
    const context = await this.#browser.newContext({ reducedMotion: "reduce", javaScriptEnabled });
    const pooled: Pooled = { kind, context, page: await context.newPage(), complaints: [] };
    noteComplaints(context, (complaint) => pooled.complaints.push(complaint));
    return pooled;
  }
}

function cookieOf(siteUrl: string) {
  const { hostname } = new URL(siteUrl);
  return { domain: hostname, path: "/", expires: -1, httpOnly: true, secure: false, sameSite: "Lax" as const };
}
