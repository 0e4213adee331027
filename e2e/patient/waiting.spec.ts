import type { Page } from "@playwright/test";
import { bookFor, freeTime } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";
import { wishesOf } from "../waiting.ts";
import { wordsOf } from "../words.ts";

const service = "gp-consultation";

/** From the booking page to the list, for one day. */
async function joinFor(page: Page, { date, day }: { date: string; day: string }): Promise<void> {
  await page.goto(`/book/time?service=${service}&day=${date}`);
  await page.getByRole("link", { name: /^Tell me when/ }).click();
  await expect(page.getByRole("heading", { name: "Tell me when a place comes free" })).toBeVisible();
  await page.getByLabel(day.split(" ")[0] ?? "").check();
  await page.getByLabel("Wait until").fill(date);
  await page.getByRole("button", { name: "Put me on the list" }).click();
  await expect(page.getByRole("status").filter({ hasText: "You are on the list" })).toBeVisible();
}

test("on a full day a place that comes free goes down the line: offered, let go, offered to the next and taken", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const [holder, first, second] = await Promise.all([1, 2, 3].map(() => newPatient(database)));
  if (!holder || !first || !second) throw new Error("no patients");
  const startsAt = await freeTime(clinic.url, { service });
  const appointmentId = await bookFor(clinic.url, holder, { service, startsAt });
  const { date, day } = wordsOf(startsAt);
  const { rows } = await database.query("SELECT capacity FROM clinic_day WHERE local_date = $1", [date]);
  await database.query("UPDATE clinic_day SET capacity = booked WHERE local_date = $1", [date]);
  const pages = { first: await openAs(first), second: await openAs(second, { javaScriptEnabled: false }) };

  try {
    await test.step("two patients join, one of them without JavaScript", async () => {
      await joinFor(pages.first, { date, day });
      await keepScreenshot("waiting-joined", pages.first);
      await joinFor(pages.second, { date, day });
      expect([...(await wishesOf(database, first)), ...(await wishesOf(database, second))]).toEqual([
        "waiting",
        "waiting",
      ]);
    });

    await test.step("somebody cancels", async () => {
      const page = await openAs(holder);
      await page.goto(`/patient/appointments/${appointmentId}/cancel`);
      await page.getByRole("button", { name: "Yes, cancel it" }).click();
      await expect(page.getByText("The appointment is cancelled")).toBeVisible();
    });

    await test.step("the first in line finds the offer in the app and by mail, the second does not", async () => {
      const page = pages.first;
      await expect.poll(() => wishesOf(database, first), { timeout: 20_000 }).toEqual(["offered"]);
      await page.goto("/patient");
      await expect(page.getByText("A place from the waiting list is kept for you")).toBeVisible();
      await page.getByRole("link", { name: "Answer the offer" }).click();
      await expect(page.getByRole("article", { name: new RegExp(day) })).toContainText("GP consultation with");
      await expectAccessible(page);
      await keepScreenshot("waiting-offer", page);
      const mails = await database.query("SELECT recipient::text FROM message WHERE kind = 'waitlist_offer'");
      expect(mails.rows.map(({ recipient }) => recipient)).toEqual([first.email]);
      expect(await wishesOf(database, second)).toEqual(["waiting"]);
    });

    await test.step("lets it go, and it passes on", async () => {
      const page = pages.first;
      await page.getByRole("button", { name: "Let it go" }).click();
      await expect(page.getByRole("status").filter({ hasText: "The place goes to whoever waits next" })).toBeVisible();
      await expect(page.getByRole("listitem").filter({ hasText: "Let go" })).toContainText("Wait again");
      await expect.poll(() => wishesOf(database, second), { timeout: 20_000 }).toEqual(["offered"]);
    });

    await test.step("the second takes it, without JavaScript", async () => {
      const page = pages.second;
      await page.goto("/patient/waiting");
      await page.getByRole("button", { name: "Take this place" }).click();
      await expect(page.getByRole("heading", { name: "Requested, not yet confirmed" })).toBeVisible();
      await expect(page.getByRole("main")).toContainText(day);
      expect(await wishesOf(database, second)).toEqual(["accepted"]);
    });

    await test.step("the front desk sees what became of both", async () => {
      const page = await openAs("staff");
      await page.goto("/staff/waiting");
      await expect(page.getByRole("row").filter({ hasText: first.name })).toContainText("Declined");
      await expect(page.getByRole("row").filter({ hasText: second.name })).toContainText("Taken");
      await expectAccessible(page);
      await keepScreenshot("waiting-staff", page);
    });
  } finally {
    await database.query("UPDATE clinic_day SET capacity = $2 WHERE local_date = $1", [
      date,
      rows[0]?.capacity ?? null,
    ]);
  }
});

test("a wish that cannot be is refused in place with everything kept, and one that is can be taken back", async ({
  openAs,
  database,
}) => {
  const patient = await newPatient(database);
  const page = await openAs(patient);
  await page.goto(`/patient/waiting/new?service=${service}`);
  await page.getByLabel("Saturday").check();
  await page.getByLabel("Not before").fill("11:00");
  await page.getByLabel("Over by").fill("09:00");
  await page.getByRole("button", { name: "Put me on the list" }).click();
  await expect(page.getByText("This has to be later than the time before it")).toBeVisible();
  await expect(page.getByLabel("Over by")).toBeFocused();
  await expect(page.getByLabel("Saturday")).toBeChecked();
  expect(await wishesOf(database, patient)).toEqual([]);

  await page.getByLabel("Not before").fill("03:00");
  await page.getByLabel("Over by").fill("03:30");
  await page.getByRole("button", { name: "Put me on the list" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "GP consultation" })).toContainText(
    "Saturday, 03:00 to 03:30",
  );

  await page.getByRole("button", { name: /^Stop waiting/ }).click();
  await expect(page.getByText("You are not waiting for anything")).toBeVisible();
  expect(await wishesOf(database, patient)).toEqual(["withdrawn"]);
});

test("whoever is not signed in is asked to, and comes back to the form", async ({ openAs }) => {
  const page = await openAs("visitor");
  await page.goto(`/book/time?service=${service}`);
  await page.getByRole("link", { name: /^Tell me when/ }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fpatient%2Fwaiting%2Fnew%3Fservice%3Dgp-consultation/);
});
