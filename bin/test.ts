import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { ensureBrowser } from "./browser.ts";
import { exitOf, nodeOptions, projectFolder, startNode, stopChildrenOnSignals } from "./child.ts";
import { bold, secondsSince } from "./progress.ts";
import { run, SetupError } from "./setup-error.ts";
import { generateWhenStale } from "./stale.ts";

interface Counts {
  passed: number;
  failed: number;
  /** Which and why, as far as the runner says; shown at the end, since a long run has scrolled them away. */
  failures?: string[];
}

interface VitestResult {
  fullName: string;
  status: string;
  failureMessages: string[];
}

interface VitestReport {
  numPassedTests: number;
  numTotalTests: number;
  testResults: { name: string; status: string; assertionResults: VitestResult[] }[];
}

interface Suite {
  specs: Spec[];
  suites?: Suite[];
}

interface Spec {
  title: string;
  file: string;
  ok: boolean;
  tests: { results: { errors: { message?: string }[] }[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites: Suite[];
}

interface Stage {
  name: string;
  run(): Promise<Counts>;
}

const artifacts = ".artifacts";
const script = (...path: string[]) => join(projectFolder, "node_modules", ...path);
const next = script("next", "dist", "bin", "next");
const vitest = script("vitest", "vitest.mjs");
const playwright = script("@playwright", "test", "cli.js");

const stages: Stage[] = [
  {
    name: "format and lint",
    run: () => check([script("@biomejs", "biome", "bin", "biome"), "ci", "--error-on-warnings"]),
  },
  { name: "types", run: () => check([next, "typegen"], [script("typescript", "bin", "tsc"), "--noEmit"]) },
  { name: "unused code", run: () => check([script("knip", "bin", "knip.js")]) },
  { name: "unit", run: () => runVitest("unit") },
  { name: "database", run: () => runVitest("database") },
  { name: "build", run: () => check([...nodeOptions, "bin/build.ts"]) },
  { name: "browser", run: runPlaywright },
];

await run(async () => {
  stopChildrenOnSignals();
  const chosen = choose(process.argv.slice(2));
  await generateWhenStale();
  await mkdir(artifacts, { recursive: true });
  const total = { passed: 0, failed: 0 };
  const failures: string[] = [];
  const lines: string[] = [];
  for (const stage of chosen) {
    console.log(`\n${bold(stage.name)}`);
    const begun = performance.now();
    const counts = await stage.run();
    total.passed += counts.passed;
    total.failed += counts.failed;
    failures.push(...(counts.failures ?? []));
    const verdict = counts.failed ? "failed" : "ok";
    lines.push(`${stage.name.padEnd(16)} ${verdict.padEnd(7)} ${sentence(counts).padEnd(24)} ${secondsSince(begun)}`);
    console.log(lines.at(-1));
  }
  console.log(`\n${lines.join("\n")}\n`);
  for (const failure of failures) console.log(`failed: ${failure}\n`);
  console.log(sentence(total));
  return total.failed ? 1 : 0;
});

function choose(names: string[]): Stage[] {
  const unknown = names.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown) throw new SetupError(`No stage "${unknown}"; there are ${stages.map(({ name }) => name).join(", ")}.`);
  return stages.filter(({ name }) => names.length === 0 || names.includes(name));
}

function sentence({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}

/** A stage of commands that count as one check; the first that fails ends it. */
async function check(...commands: string[][]): Promise<Counts> {
  for (const args of commands) {
    if ((await exitOf(startNode(args))) !== 0) return { passed: 0, failed: 1 };
  }
  return { passed: 1, failed: 0 };
}

async function runVitest(project: string): Promise<Counts> {
  const report = join(artifacts, `vitest-${project}.json`);
  await rm(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await exitOf(startNode([...nodeOptions, vitest, "run", "--project", project, ...reporters]));
  const { numPassedTests = 0, numTotalTests = 0, testResults = [] } = await readReport<VitestReport>(report);
  const failures = testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status !== "passed");
    if (failed.length === 0 && status !== "passed") return [name];
    return failed.map(({ fullName, failureMessages }) => withReason(fullName, failureMessages));
  });
  return honest({ passed: numPassedTests, failed: numTotalTests - numPassedTests, failures }, code);
}

async function runPlaywright(): Promise<Counts> {
  const report = join(artifacts, "playwright.json");
  await rm(report, { force: true });
  ensureBrowser();
  const code = await exitOf(startNode([playwright, "test"], { NODE_OPTIONS: nodeOptions.join(" ") }));
  const { stats, suites = [] } = await readReport<PlaywrightReport>(report);
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats ?? {};
  const failures = suites
    .flatMap(specsOf)
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.flatMap((result) => result.errors));
      return withReason(
        `${file}: ${title}`,
        errors.map(({ message = "" }) => message),
      );
    });
  return honest({ passed: expected, failed: unexpected + flaky + skipped, failures }, code);
}

function specsOf({ specs, suites = [] }: Suite): Spec[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** As much of the reason as tells one failure from another. */
function withReason(name: string, messages: string[]): string {
  const reason = stripVTControlCharacters(messages.join("\n")).split("\n").slice(0, 24);
  return [name, ...reason.map((line) => `  ${line}`)].join("\n");
}

async function readReport<Report>(file: string): Promise<Partial<Report>> {
  return JSON.parse(await readFile(file, "utf8").catch(() => "{}")) as Partial<Report>;
}

/** A test that was skipped did not pass, and a run that ended badly failed even when no test did. */
function honest(counts: Counts, exitCode: number): Counts {
  return { ...counts, failed: exitCode !== 0 && counts.failed === 0 ? 1 : counts.failed };
}
