import { freeTimes, inDays } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { demoPerson } from "../people.ts";
import { pressAndSaveAnyway } from "../presses.ts";
import { wordsOf } from "../words.ts";

// He alone offers it, never on Saturdays, and no other journey books with him.
const doctor = "samuel.adeyemi.clarke";
const service = "heart-check";

const weekday = (date: string) => new Date(`${date}T12:00:00Z`).getUTCDay();

/** Days on which patients are offered a time in the week that begins in a week from now. */
async function offeredDays(siteUrl: string): Promise<string[]> {
  const times = await freeTimes(siteUrl, { service, day: inDays(7) });
  return [...new Set(times.map((startsAt) => wordsOf(startsAt).date))];
}

const saturday = [7, 8, 9, 10, 11, 12, 13].map(inDays).find((date) => weekday(date) === 6) as string;

test("a doctor takes a day off and works a Saturday morning instead", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const before = await offeredDays(clinic.url);
  const [day] = before as [string];
  expect(before).not.toContain(saturday);
  const page = await openAs(await demoPerson(database, doctor));
  await page.goto("/doctor");
  await page.getByRole("link", { name: "Time off" }).click();

  const timeOff = page.getByRole("form", { name: "Take time off" });
  await test.step("an end before its beginning is refused in place", async () => {
    await timeOff.getByLabel("From", { exact: true }).fill(day);
    await timeOff.getByLabel("Until").fill(inDays(1));
    await timeOff.getByLabel("Reason").fill("Conference");
    await timeOff.getByRole("button", { name: "Add time off" }).click();
    await expect(timeOff.getByLabel("Until")).toBeFocused();
    await expect(page.getByText("This lies before the start.")).toBeVisible();
    await expect(timeOff.getByLabel("Reason")).toHaveValue("Conference");
  });

  await test.step("patients are no longer offered the day", async () => {
    await timeOff.getByLabel("Until").fill("");
    const added = page.getByRole("status").filter({ hasText: "Time off is added" });
    await pressAndSaveAnyway(page, timeOff.getByRole("button", { name: "Add time off" }), added);
    await expect(added).toBeFocused();
    await expect(page.getByRole("list", { name: "Time off from now on" })).toContainText("Conference");
    expect(await offeredDays(clinic.url)).toEqual(before.filter((date) => date !== day));
  });

  await test.step("the same again is refused", async () => {
    await timeOff.getByLabel("From", { exact: true }).fill(day);
    await timeOff.getByRole("button", { name: "Add time off" }).click();
    await expect(page.getByText("Exactly this is in the list already.")).toBeVisible();
  });

  await test.step("the Saturday morning is offered", async () => {
    const extra = page.getByRole("form", { name: "Work extra hours" });
    await extra.getByLabel("Date").fill(saturday);
    await extra.getByLabel("Begins").fill("09:00");
    await extra.getByLabel("Ends").fill("12:00");
    await extra.getByRole("button", { name: "Add extra hours" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Extra hours are added" })).toBeFocused();
    expect(await offeredDays(clinic.url)).toContain(saturday);
    await expectAccessible(page);
    await keepScreenshot("my-time-off", page);
  });

  await test.step("all of it is taken back", async () => {
    await page.getByRole("button", { name: /^Remove extra hours/ }).click();
    await expect(page.getByText("No extra hours from now on.")).toBeVisible();
    await page.getByRole("button", { name: /^Remove time off/ }).click();
    await expect(page.getByText("No time off from now on.")).toBeVisible();
    expect(await offeredDays(clinic.url)).toEqual(before);
  });
});

test("the front desk notes that a doctor is away, without JavaScript", async ({ openAs, clinic, database }) => {
  const { name } = await demoPerson(database, doctor);
  const before = await offeredDays(clinic.url);
  const [day] = before as [string];
  const page = await openAs("staff", { javaScriptEnabled: false });
  await page.goto("/staff");
  await page.getByRole("link", { name: "Doctors" }).click();
  await page.getByRole("link", { name: `Time off of ${name}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Time off of ${name}` })).toBeVisible();

  const timeOff = page.getByRole("form", { name: "Take time off" });
  await timeOff.getByRole("button", { name: "Add time off" }).click();
  await expect(page.getByText("Please give a date, like 2026-11-24.")).toBeVisible();
  await timeOff.getByLabel("From", { exact: true }).fill(day);
  const added = page.getByRole("status").filter({ hasText: "Time off is added" });
  await pressAndSaveAnyway(page, timeOff.getByRole("button", { name: "Add time off" }), added);
  await expect(added).toBeVisible();
  expect(await offeredDays(clinic.url)).toEqual(before.filter((date) => date !== day));

  await page.getByRole("button", { name: /^Remove time off/ }).click();
  await expect(page.getByText("The time off is removed.")).toBeVisible();
  expect(await offeredDays(clinic.url)).toEqual(before);
});

test("other hours hold for some days, and the week goes on after them", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
}) => {
  const before = await offeredDays(clinic.url);
  const [day] = before as [string];
  const page = await openAs(await demoPerson(database, doctor));
  await page.goto("/doctor/hours");
  await page.getByRole("link", { name: "Other hours from a date on" }).click();
  await page.getByLabel("From", { exact: true }).fill(day);
  await page.getByLabel("Until").fill(day);
  const removes = page.getByRole("button", { name: /^Remove shift/ });
  for (let left = await removes.count(); left > 0; left--) await removes.first().click();
  const saved = page.getByRole("status").filter({ hasText: "The new hours are saved." });
  await pressAndSaveAnyway(page, page.getByRole("button", { name: "Save the week" }), saved);
  await expect(saved).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Weeks in time" }).getByRole("link")).toHaveCount(3);
  expect(await offeredDays(clinic.url)).toEqual(before.filter((date) => date !== day));
  await expectAccessible(page);

  await page.getByRole("button", { name: /^Remove: / }).click();
  await expect(page.getByRole("status").filter({ hasText: "These hours are removed." })).toBeVisible();
  expect(await offeredDays(clinic.url)).toEqual(before);
});
