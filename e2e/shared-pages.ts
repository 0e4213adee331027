import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Person } from "./people.ts";
import { noteComplaints } from "./watch.ts";

interface Shared {
  context: BrowserContext;
  page: Page;
  complaints: string[];
}

/**
 * A worker's pages for tests that only look: opening one takes a browser longer than showing on it what is to be seen.
 * Nothing of one test is left for the next: not who was signed in, not what the page was.
 */
export class SharedPages {
  readonly #browser: Browser;
  readonly #siteUrl: string;
  readonly #pages = new Map<boolean, Shared>();

  constructor(browser: Browser, siteUrl: string) {
    this.#browser = browser;
    this.#siteUrl = siteUrl;
  }

  /** @param cookie of the person it is signed in as; null for nobody */
  async open(cookie: Person["cookie"] | null, javaScriptEnabled: boolean): Promise<Page> {
    const { context, page } = this.#pages.get(javaScriptEnabled) ?? (await this.#make(javaScriptEnabled));
    const signedIn = cookie && { ...cookie, ...cookieOf(this.#siteUrl) };
    await context.setStorageState({ cookies: signedIn ? [signedIn] : [], origins: [] });
    return page;
  }

  /** Ends what the pages still do. @returns what the browser complained about meanwhile */
  async leave(): Promise<string[]> {
    const complaints: string[] = [];
    for (const shared of this.#pages.values()) {
      if (shared.page.url() !== empty) await shared.page.goto(empty);
      complaints.push(...shared.complaints.splice(0));
    }
    return complaints;
  }

  async #make(javaScriptEnabled: boolean): Promise<Shared> {
    const context = await this.#browser.newContext({ reducedMotion: "reduce", javaScriptEnabled });
    const shared: Shared = { context, page: await context.newPage(), complaints: [] };
    noteComplaints(context, shared.complaints);
    this.#pages.set(javaScriptEnabled, shared);
    return shared;
  }
}

const empty = "about:blank";

function cookieOf(siteUrl: string) {
  const { hostname } = new URL(siteUrl);
  return { domain: hostname, path: "/", expires: -1, httpOnly: true, secure: false, sameSite: "Lax" as const };
}
