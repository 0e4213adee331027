import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "../fixtures.ts";

const built = join(import.meta.dirname, "..", "..", ".next");

interface Weight {
  sent: number;
  raw: number;
}

function weigh(scripts: Buffer[]): Weight {
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
  return { sent: sum(scripts.map((script) => gzipSync(script).length)), raw: sum(scripts.map(({ length }) => length)) };
}

/** What every app of this build loads before it does anything: React, and Next's router. */
async function weightOfFramework(): Promise<Weight> {
  const manifest = JSON.parse(await readFile(join(built, "build-manifest.json"), "utf8")) as {
    rootMainFiles: string[];
  };
  return weigh(await Promise.all(manifest.rootMainFiles.map((file) => readFile(join(built, file)))));
}

test("the booking's pages load at most 1.3 times the JavaScript of an app that does nothing", async ({
  openAs,
  clinic,
}) => {
  const nothing = await weightOfFramework();
  expect(nothing.sent).toBeGreaterThan(50_000);
  for (const path of ["/book", "/book/time?service=gp-consultation"]) {
    const page = await openAs("visitor", { own: {} });
    const scripts: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.push(response.body());
    });
    await page.goto(clinic.url + path, { waitUntil: "networkidle" });
    const loaded = weigh(await Promise.all(scripts));
    expect(loaded.sent).toBeGreaterThan(nothing.sent / 2);
    const numbers = `${path}: ${loaded.sent} of ${nothing.sent} bytes gzipped, ${loaded.raw} of ${nothing.raw} unpacked`;
    test.info().annotations.push({ type: "JavaScript", description: numbers });
    expect(loaded.sent / nothing.sent, numbers).toBeLessThanOrEqual(1.3);
  }
});

test("what every page runs is compiled while it loads, and a word in another script brings no font", async ({
  openAs,
  clinic,
}) => {
  const page = await openAs("visitor", { own: {} });
  const scripts: Promise<string>[] = [];
  const fonts: string[] = [];
  page.on("response", (response) => {
    const type = response.request().resourceType();
    if (type === "script") scripts.push(response.text());
    if (type === "font") fonts.push(response.url());
  });
  await page.goto(`${clinic.url}/book`, { waitUntil: "networkidle" });
  await expect(page.getByRole("button", { name: "العربية" })).toBeVisible();
  const largest = (await Promise.all(scripts)).toSorted((a, b) => b.length - a.length)[0];
  expect(largest).toMatch(/^\/\/# allFunctionsCalledOnLoad\n/);
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.filter((url) => url.includes("arabic"))).toEqual([]);
});
