import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import pg from "pg";
import { freePort } from "#bin/port.ts";
import { type Site, type SiteSettings, startSite } from "#bin/site.ts";
import { applicationUrl } from "#lib/db/application-role.ts";
import { steadyPool } from "#lib/db/steady-pool.ts";
import { urlOfDatabase } from "#lib/db/url.ts";
import { sessionSecret } from "#lib/env.ts";
import { expectSound } from "./sound.ts";

/** Databases that are copied: the demo clinic, and one that is only migrated. */
export const templates = { demo: "template_demo", empty: "template_empty" } as const;
export const templateVariable = "E2E_TEMPLATE_URL";

export interface RunningClinic {
  /** Where the site answers. */
  url: string;
  /** The owner's connections to this site's own copy of the demo clinic. */
  database: pg.Pool;
  /** For scripts that work on the site's behalf. */
  settings: SiteSettings;
  /** Stops the site, as a service manager would, and starts it again. @returns the milliseconds that stopping took */
  restart: (meanwhile: () => Promise<void>) => Promise<number>;
}

/**
 * Runs `use` with a site of its own: the production build on a free port, with a fresh copy of a template database.
 * Whatever happened to it, every promise about its data must hold afterwards.
 */
export async function withClinic(
  use: (clinic: RunningClinic) => Promise<void>,
  template: keyof typeof templates = "demo",
): Promise<void> {
  const templateUrl = process.env[templateVariable];
  if (!templateUrl) throw new Error("e2e/global-setup.ts has not run.");
  const name = `e2e_${process.pid}_${randomBytes(4).toString("hex")}`;
  const server = new pg.Pool({ connectionString: urlOfDatabase(templateUrl, "postgres"), max: 1 });
  await server.query(`CREATE DATABASE ${name} TEMPLATE ${templates[template]}`);
  const database = steadyPool({ connectionString: urlOfDatabase(templateUrl, name), max: 4 });
  database.on("error", () => {});
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const printed: string[] = [];
  const settings: SiteSettings = {
    appUrl: urlOfDatabase(applicationUrl(templateUrl), name),
    demo: template === "demo",
    port,
    siteUrl: url,
    secret: sessionSecret(),
    dataDir: tmpdir(),
  };
  const start = async () => {
    const site = startSite(settings, "start", (text) => printed.push(String(text)));
    if (!(await site.ready)) throw new Error(`The site did not start:\n${printed.join("")}`);
    return site;
  };
  let site: Site | undefined;
  const restart = async (meanwhile: () => Promise<void>) => {
    const begun = performance.now();
    await site?.stop();
    const took = performance.now() - begun;
    await meanwhile();
    site = await start();
    return took;
  };
  try {
    site = await start();
    await use({ url, database, settings, restart });
    await expectSound(settings.appUrl);
  } finally {
    await site?.stop();
    await database.end();
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await server.end();
  }
}
