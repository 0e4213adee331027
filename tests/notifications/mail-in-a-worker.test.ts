import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { nodeOptions, projectFolder } from "#bin/child.ts";

const script = `
  const { examples } = await import("#lib/notifications/mail-examples.ts");
  const { mailTexts } = await import("#lib/notifications/server/mail-texts.ts");
  const { renderMail } = await import("#lib/notifications/server/render-mail.ts");
  const message = { kind: "plan_created", payload: examples.plan_created };
  console.log((await renderMail(message, await mailTexts("en"), "https://booking.example.org")).html);`;

test("a mail is written by Node alone, as a worker of its own does", async () => {
  const worker = spawn(process.execPath, [...nodeOptions, "--input-type=module", "-e", script], {
    cwd: projectFolder,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const html = await text(worker.stdout);
  expect(html).toContain("Your plan is made");
  expect(html).toContain("https://booking.example.org/open/plan?token=");
});
