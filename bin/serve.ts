import { demoAccounts, demoPassword } from "#lib/accounts/demo.ts";
import type { Env } from "#lib/env.ts";
import { isStopping, nodeOptions, runQuietly, stopChildrenOnSignals } from "./child.ts";
import { openDatabase } from "./database.ts";
import { commandEnvironment } from "./environment.ts";
import { refuseTakenPort } from "./port.ts";
import { bold, secondsSince, step } from "./progress.ts";
import { sessionKey } from "./secret.ts";
import { seedDemo } from "./seed.ts";
import { type Serving, type SiteSettings, siteVariables, startSite } from "./site.ts";
import { buildWhenStale, generateWhenStale } from "./stale.ts";

/** Prepares what is needed, serves until it is told to stop, and tidies up. @returns the exit code. */
export async function serve(serving: Serving): Promise<number> {
  const begun = performance.now();
  const env = commandEnvironment();
  stopChildrenOnSignals();
  await refuseTakenPort(env.port);
  const secret = await sessionKey(env, serving);
  await generateWhenStale();
  const database = await openDatabase(env, seedDemo);
  try {
    if (serving === "start" && !isStopping()) await buildWhenStale();
    if (isStopping()) return 0;
    const { embedded: demo, appUrl } = database;
    return await serveUntilStopped({ ...pick(env), appUrl, demo, secret }, serving, begun);
  } finally {
    await database.close();
  }
}

function pick({ port, siteUrl, dataDir }: Env) {
  return { port, siteUrl, dataDir };
}

async function serveUntilStopped(settings: SiteSettings, serving: Serving, begun: number): Promise<number> {
  const site = startSite(settings, serving, (text) => process.stdout.write(text));
  if (await site.ready) await welcome(settings, serving, begun);
  const code = await site.ended;
  if (!isStopping()) return code || 1;
  step("Stopped");
  return 0;
}

async function welcome(settings: SiteSettings, serving: Serving, begun: number): Promise<void> {
  console.log(`\n  ${bold("Slotwell is ready:")} ${bold(settings.siteUrl)}  (${secondsSince(begun)})\n`);
  if (settings.demo) {
    console.log(`  A demo clinic. Sign in with the password ${bold(demoPassword)} as`);
    for (const { role, email } of demoAccounts) console.log(`    ${email.padEnd(30)}${role}`);
  } else {
    const link = await firstAdminLink(settings, serving);
    if (link) console.log(`  Make the first administrator here (the link works once):\n    ${link}`);
  }
  console.log("\n  Stop with Ctrl-C.\n");
}

/** Asked in a process of its own, which connects as the application does. */
async function firstAdminLink(settings: SiteSettings, serving: Serving): Promise<string> {
  const variables = siteVariables(settings, serving);
  const output = await runQuietly("Looking for an administrator", [...nodeOptions, "bin/first-admin.ts"], variables);
  return output.trim();
}
