import { expect, type Page } from "@playwright/test";
import { post, postedForms, textOf } from "./forms.ts";
import { cookieHeader, type Person } from "./people.ts";

/** What a plan is asked for, as the addresses of its pages carry it. */
export interface PlanWish {
  /** Slug. */
  service: string;
  /** Slug; left out: any. */
  doctor?: string;
  every?: "weekly" | "biweekly" | "monthly";
  months?: string;
  /** YYYY-MM-DD. */
  start?: string;
  time?: string;
  standIn?: "yes";
}

export interface PlanContact {
  name: string;
  email: string;
  phone?: string;
  postcode?: string;
}

/** Where a step of making a plan stands. */
export function planPath(step: "setup" | "preview" | "checkout", wish: PlanWish): string {
  return `/plans/${step}?${new URLSearchParams(Object.entries(wish))}`;
}

/** So many days from now, or rather the next Tuesday from then on: the demo clinic is open and staffed. */
export function daysAhead(days: number): string {
  const date = new Date(Date.now() + days * 24 * 3_600_000);
  date.setUTCDate(date.getUTCDate() + ((9 - date.getUTCDay()) % 7));
  return date.toISOString().slice(0, 10);
}

/** A few visits in a month that nothing else books. */
export function samplePlan(): Required<Pick<PlanWish, "service" | "every" | "months" | "start">> {
  return { service: "blood-test", every: "weekly", months: "2", start: daysAhead(75) };
}

/** Makes a plan as a guest does, from its preview on. @returns the plan's id and number; the page shows what was made */
export async function bookPlan(
  page: Page,
  { name, email, phone, postcode }: PlanContact,
  wish: PlanWish,
): Promise<{ id: string; number: string }> {
  await page.goto(planPath("preview", { every: "weekly", months: "1", start: daysAhead(7), ...wish }));
  await page.getByRole("main").getByRole("link", { name: "Continue", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Who is the plan for?" })).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("E-mail address").fill(email);
  if (phone) await page.getByLabel("Phone").fill(phone);
  if (postcode) await page.getByLabel("Postcode").fill(postcode);
  await page.getByRole("button", { name: /^(Book|Request) (all \d+|this) visits?$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Your care plan is (booked|requested)$/ })).toBeVisible();
  return madePlanOn(page);
}

/** Of the page that says what was made. */
export async function madePlanOn(page: Page): Promise<{ id: string; number: string }> {
  const [, id = ""] = /\/plans\/done\/([\w-]+)/.exec(page.url()) ?? [];
  const number = await page
    .getByText(/^SUB-\d{8}-[0-9A-Z]{6}$/)
    .first()
    .innerText();
  return { id, number };
}

/** The same for somebody with an account, without a browser. @returns the plan's id */
export async function makePlanFor(siteUrl: string, person: Person, wish: PlanWish): Promise<string> {
  const path = planPath("checkout", { every: "weekly", months: "1", start: daysAhead(7), ...wish });
  const page = await fetch(siteUrl + path, { headers: { cookie: cookieHeader(person) } });
  const form = postedForms(await page.text()).find(({ fields }) => fields.some(([name]) => name === "visits"));
  if (!form) throw new Error(`There is no plan to be made on ${path}`);
  const answer = await post(siteUrl + path, form.fields, cookieHeader(person));
  const [, id] = /\/plans\/done\/([\w-]+)/.exec(answer.headers.get("location") ?? "") ?? [];
  if (!id) throw new Error(`No plan was made: ${textOf(await answer.text())}`);
  return id;
}
