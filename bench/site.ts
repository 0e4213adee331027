import { tmpdir } from "node:os";
import { freePort } from "#bin/port.ts";
import { type SiteSettings, startSite } from "#bin/site.ts";
import { encodeSession, sessionCookie } from "#lib/auth/session-cookie.ts";
import { sessionSecret } from "#lib/env.ts";

/** A production site on the bench's database, at an address of its own. */
export async function startBenchSite(appUrl: string): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings: SiteSettings = {
    appUrl,
    demo: false,
    port,
    siteUrl: url,
    secret: sessionSecret(),
    dataDir: tmpdir(),
  };
  const site = startSite(settings, "start", (text) => process.stderr.write(text));
  if (!(await site.ready)) throw new Error("The site did not start: has it been built?");
  return { url, stop: () => site.stop() };
}

/** Signs somebody in, as a Cookie header has it. */
export async function cookieOf({ id: userId }: { id: string }): Promise<string> {
  return `${sessionCookie().name}=${await encodeSession({ userId, sessionEpoch: 0 })}`;
}
