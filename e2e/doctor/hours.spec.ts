import { freeTimes, inDays } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { demoPerson } from "../people.ts";
import { wordsOf } from "../words.ts";

// Hana Sato alone offers it, and no other journey books with her.
const service = "joint-and-back-assessment";
const inTwoWeeks = inDays(14);

/** Free times on Thursdays after lunch, when she is off. */
async function thursdayAfternoons(siteUrl: string): Promise<string[]> {
  const found = await freeTimes(siteUrl, { service, day: inTwoWeeks });
  return found.filter((startsAt) => wordsOf(startsAt).day.startsWith("Thursday") && wordsOf(startsAt).time >= "13:00");
}

test("a doctor sets their week, and patients can book what it says", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const page = await openAs(await demoPerson(database, "hana.sato"));
  await page.goto("/doctor");
  await page.getByRole("link", { name: "My hours" }).click();
  expect(await thursdayAfternoons(clinic.url)).toEqual([]);

  await test.step("hours that overlap are refused in place", async () => {
    await page.getByRole("button", { name: /^Add a shift.*Thursday/ }).click();
    await expect(page.getByLabel("Thursday, shift 2: begins")).toBeFocused();
    await page.getByLabel("Thursday, shift 2: begins").fill("11:00");
    await page.getByLabel("Thursday, shift 2: ends").fill("17:00");
    await page.getByRole("button", { name: "Save the week" }).click();
    await expect(page.getByLabel("Thursday, shift 2: begins")).toBeFocused();
    await expect(page.getByText("This shift overlaps with an earlier one of the same day.")).toBeVisible();
  });

  await test.step("the week is saved", async () => {
    await page.getByLabel("Thursday, shift 2: begins").fill("13:00");
    await page.getByRole("button", { name: "Save the week" }).click();
    const answer = page.getByRole("status").filter({ hasText: "The week is saved." });
    await expect(answer).toBeFocused();
    await expect(answer).toContainText("Appointments already made stay.");
    await expectAccessible(page);
    await keepScreenshot("my-hours", page);
    expect(await thursdayAfternoons(clinic.url)).not.toEqual([]);
  });
});

test("an admin takes a doctor's hours back, also without JavaScript", async ({ openAs, clinic, database }) => {
  const { id, name } = await demoPerson(database, "hana.sato");
  await database.query(
    `INSERT INTO weekly_hours (doctor_id, clinic_id, day_of_week, start_time, end_time)
     SELECT d.id, m.clinic_id, 3, '13:00', '17:00' FROM doctor d JOIN membership m ON m.user_id = d.user_id
     WHERE d.user_id = $1 AND NOT EXISTS (SELECT FROM weekly_hours WHERE doctor_id = d.id AND day_of_week = 3
       AND start_time = '13:00')`,
    [id],
  );
  const page = await openAs("admin", { javaScriptEnabled: false });
  await page.goto("/admin/people?role=doctor");
  await page.getByRole("link", { name: `Hours of ${name}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Hours of ${name}` })).toBeVisible();
  expect(await thursdayAfternoons(clinic.url)).not.toEqual([]);

  await page.getByRole("button", { name: "Remove shift 2 of Thursday" }).click();
  await expect(page.getByLabel("Thursday, shift 2: begins")).toHaveCount(0);
  await page.getByRole("button", { name: "Save the week" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The week is saved." })).toBeVisible();
  expect(await thursdayAfternoons(clinic.url)).toEqual([]);
});
