import type pg from "pg";
import { expect, test } from "../fixtures.ts";
import { post, postedForms } from "../forms.ts";
import { newPatient } from "../people.ts";
import { bookPlan, daysAhead, madePlanOn, makePlanFor, planPath } from "../plans.ts";
import { pressLabelOf } from "../presses.ts";

for (const javaScriptEnabled of [true, false]) {
  test(`a guest plans visits from the home page on, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    openAs,
    database,
    expectAccessible,
    keepScreenshot,
  }, info) => {
    const email = `planner-${javaScriptEnabled}-${info.project.name}@example.test`;
    const page = await openAs("visitor", { javaScriptEnabled });
    const main = page.getByRole("main");
    const heading = (name: string) => page.getByRole("heading", { level: 1, name });

    await test.step("says how often, for how long and from when", async () => {
      await page.goto("/");
      await main.getByRole("link", { name: "Plan my visits" }).click();
      await expect(heading("Care plans")).toBeVisible();
      await main.getByRole("link", { name: "GP consultation" }).click();
      await expect(heading("How often would you like to come?")).toBeVisible();
      await pressLabelOf(page.getByRole("radio", { name: "Every two weeks" }));
      await page.getByLabel("For how long").selectOption("2");
      await page.getByLabel("First visit on").fill(daysAhead(javaScriptEnabled ? 20 : 27));
      await page.getByLabel("Time of day").selectOption("09:00");
      await page.getByRole("button", { name: "Show me all visits" }).click();
    });

    await test.step("sees every visit, and takes another time for the second", async () => {
      await expect(heading("All your visits")).toBeVisible();
      await expect(main).toContainText("GP consultation, every two weeks for 2 months.");
      const second = main.locator("#visit-2");
      await second.getByText("Other times").click();
      if (javaScriptEnabled) await expectAccessible(page);
      await second.getByRole("link", { name: "instead, for visit 2" }).first().click();
      await expect(page).toHaveURL(/swap=2%3A/);
      await expect(second).toContainText("Your choice.");
      await keepScreenshot("plan-preview", page);
      await main.getByRole("link", { name: "Continue", exact: true }).click();
    });

    await test.step("is told in place what is wrong with an address, and mends it", async () => {
      await expect(heading("Who is the plan for?")).toBeVisible();
      await page.getByLabel("Name", { exact: true }).fill("Noor Haddad");
      await page.getByLabel("E-mail address").fill(email);
      await page.getByLabel("Postcode").fill("1010 Vienna");
      const press = page.getByRole("button", { name: /^Request all \d visits$/ });
      await press.click();
      await expect(main.getByText("This does not look like a postcode of that country.")).toBeVisible();
      await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Noor Haddad");
      await page.getByLabel("Postcode").fill("SW1A 1AA");
      if (javaScriptEnabled) {
        await expectAccessible(page);
        await press.dblclick();
      } else await press.click();
    });

    await test.step("has the plan at once", async () => {
      await expect(heading("Your care plan is requested")).toBeVisible();
      const { number } = await madePlanOn(page);
      await expect(main).toContainText(`We write to ${email}`);
      await expect(main.getByText("different from what you saw")).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page);
      await keepScreenshot("plan-done", page);
      expect(await plansOf(database, email)).toEqual([
        { number, frequency: "biweekly", months: 2, preferred_time: "09:00:00", postcode: "SW1A 1AA", unplaced: 0 },
      ]);
      const stranger = await openAs("visitor");
      await stranger.goto(page.url());
      await expect(stranger.getByRole("main")).toContainText("This page opens only where the plan was made");
      await main.getByRole("link", { name: "Open the plan" }).click();
      await expect(page).toHaveURL(/\/plan$/);
      await expect(main).toContainText("for Noor Haddad");
    });
  });
}

test("a closed day moves its visit, and says why", async ({ openAs, database }) => {
  const start = daysAhead(120);
  await close(database, start, 1, "Painters on the stairs");
  const page = await openAs("visitor");
  await page.goto(planPath("preview", { service: "blood-test", every: "weekly", months: "1", start, time: "10:00" }));
  const first = page.locator("#visit-1");
  await expect(first).toContainText(/Moved from Tue \d+ \w+\. Closed that day: Painters on the stairs\./);
});

test("where no visit can be had at all there is nothing to buy, and it says what to change", async ({
  openAs,
  database,
  expectAccessible,
}) => {
  const start = daysAhead(290);
  await close(database, start, 70, "The roof is off");
  const wish = { service: "blood-test", every: "weekly", months: "1", start } as const;
  const page = await openAs("visitor");
  for (const step of ["preview", "checkout"] as const) {
    await page.goto(planPath(step, wish));
    await expect(page).toHaveURL(/\/plans\/preview\?/);
    await expect(page.getByRole("heading", { level: 1, name: "No visit finds a place" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("Closed that day: The roof is off.");
    await expect(page.getByRole("link", { name: "Continue" })).toHaveCount(0);
  }
  await expectAccessible(page);
  await page.getByRole("link", { name: "Change the plan" }).click();
  await expect(page.getByLabel("First visit on")).toHaveValue(start);
});

test("a time that never fits is said once, and the nearest are shown", async ({ openAs }) => {
  const page = await openAs("visitor");
  const wish = { service: "blood-test", every: "weekly", months: "12", start: daysAhead(30), time: "03:00" } as const;
  await page.goto(planPath("preview", wish));
  const main = page.getByRole("main");
  await expect(main.getByText("No visit can be at 03:00")).toBeVisible();
  await expect(main.getByText(/^\d+ moved$/)).toBeVisible();
  await expect(main.getByText(/as you wished$/)).toHaveCount(0);
  await main.getByRole("link", { name: "Try another time" }).click();
  await expect(page.getByLabel("Time of day")).toHaveValue("03:00");
});

test("who comes too late is told which visits are different", async ({ openAs, clinic, database }, info) => {
  const wish = {
    service: "blood-test",
    doctor: "amara-okafor",
    every: "weekly",
    months: "1",
    start: daysAhead(150),
    time: "10:00",
  } as const;
  const page = await openAs("visitor");
  await page.goto(planPath("preview", wish));
  await page.getByRole("main").getByRole("link", { name: "Continue", exact: true }).click();
  await page.getByLabel("Name", { exact: true }).fill("Late Lola");
  await page.getByLabel("E-mail address").fill(`late-${info.project.name}@example.test`);
  await makePlanFor(clinic.url, await newPatient(database), wish);
  await page.getByRole("button", { name: /^Book all \d visits$/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your care plan is booked" })).toBeVisible();
  await expect(page.getByRole("main").getByText(/^\d visits are different from what you saw$/)).toBeVisible();
});

test("somebody signed in makes it for themselves, staff for somebody", async ({ openAs, samples }, info) => {
  const wish = { service: "blood-test", every: "monthly", months: "2", start: daysAhead(180) } as const;
  const own = await openAs(samples.people.otherPatient);
  await own.goto(planPath("checkout", wish));
  await expect(own.getByLabel("E-mail address")).toHaveCount(0);
  await own.getByRole("button", { name: "Book all 2 visits" }).click();
  await expect(own.getByRole("main")).toContainText("You also find the plan in your account.");

  const desk = await openAs("staff");
  await bookPlan(desk, { name: "Walter Walkin", email: `walter-${info.project.name}@example.test` }, wish);
  await desk.getByRole("link", { name: "Go to the plan" }).click();
  await expect(desk).toHaveURL(/\/staff\/plans\//);
});

test("the same form sent twice makes one plan", async ({ clinic, database }, info) => {
  const email = `twice-${info.project.name}@example.test`;
  const path =
    clinic.url + planPath("checkout", { service: "blood-test", every: "monthly", months: "3", start: daysAhead(200) });
  const form = postedForms(await (await fetch(path)).text()).find(({ fields }) =>
    fields.some(([name]) => name === "visits"),
  );
  const fields = (form?.fields ?? []).filter(([name]) => !name.startsWith("contact."));
  fields.push(["contact.name", "Twice Toni"], ["contact.email", email]);
  const answers = await Promise.all([post(path, fields, null), post(path, fields, null)]);
  const places = answers.map(({ headers }) => headers.get("location"));
  expect(places[0]).toMatch(/\/plans\/done\//);
  expect(places[1]).toBe(places[0]);
  expect(await plansOf(database, email)).toHaveLength(1);
});

test("a new link is promised in the same words, whether there is such a plan or not", async ({ openAs }, info) => {
  const email = `link-${info.project.name}@example.test`;
  const guest = await openAs("visitor");
  const { number } = await bookPlan(
    guest,
    { name: "Lost Link", email },
    { service: "blood-test", start: daysAhead(220) },
  );
  const answers = new Set<string>();
  for (const [typed, to] of [
    [number.toLowerCase(), email],
    [number, "somebody-else@example.test"],
    ["SUB-20200101-ABCDEF", email],
  ] as const) {
    const page = await openAs("visitor");
    await page.goto("/plans/link");
    await page.getByLabel("Number of the plan").fill(typed);
    await page.getByLabel("E-mail address").fill(to);
    await page.getByRole("button", { name: "Send me a link" }).click();
    const answer = page.getByRole("status").filter({ hasText: "is on its way" });
    await expect(answer).toBeVisible();
    answers.add((await answer.innerText()).replace(/SUB-\S+/, "…"));
  }
  expect(answers.size).toBe(1);
});

async function plansOf(database: pg.Pool, email: string) {
  const { rows } = await database.query(
    `SELECT number, frequency::text, months, preferred_time::text, postcode,
       (SELECT count(*)::int FROM visit v WHERE v.subscription_id = s.id AND v.status = 'unplaced') AS unplaced
     FROM subscription s WHERE contact_email = $1`,
    [email],
  );
  return rows;
}

/** Closes the house for some days that nothing else books. */
async function close(database: pg.Pool, from: string, days: number, reason: string): Promise<void> {
  await database.query(
    `INSERT INTO closure (clinic_id, from_date, to_date, reason)
     SELECT id, $1::date, $1::date + ($2::int - 1), $3 FROM clinic`,
    [from, days, reason],
  );
}
