import { bookFor, freeTime } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";
import { wordsOf } from "../words.ts";

const wish = { service: "gp-consultation", doctor: "priya-raman" };

test("the front desk asks over the board why a time is not offered, and goes on with the board", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const startsAt = await freeTime(clinic.url, wish);
  const id = await bookFor(clinic.url, await newPatient(database, "Wanda"), { ...wish, startsAt });
  const { date, time } = wordsOf(startsAt);
  const page = await openAs("staff");
  await page.goto(`/staff/${date}`);
  const drawer = page.getByRole("dialog", { name: "Why not?" });

  await test.step("it is open before the answer is there", async () => {
    const holdUp = await database.connect();
    try {
      await holdUp.query("BEGIN");
      await holdUp.query("LOCK TABLE service IN ACCESS EXCLUSIVE MODE");
      await page.getByRole("link", { name: `Why not? ${time}` }).click();
      await expect(drawer.getByRole("status")).toHaveText("Asking every rule…");
      await expect(drawer.getByRole("button", { name: "Close" })).toBeFocused();
    } finally {
      await holdUp.query("ROLLBACK");
      holdUp.release();
    }
  });
  await expect(drawer.getByLabel("Time")).toHaveValue(time);

  await test.step("asks about one doctor and service", async () => {
    await drawer.getByLabel("Service").selectOption({ label: "GP consultation" });
    await drawer.getByLabel("Doctor").selectOption({ label: "Dr Priya Raman" });
    await drawer.getByRole("button", { name: "Ask" }).click();
    const verdicts = drawer.getByRole("region", { name: "Dr Priya Raman" });
    await expect(drawer.getByRole("region")).toHaveCount(1);
    await expect(verdicts).toContainText("Not offered");
    const busy = verdicts.getByRole("listitem").filter({ hasText: /^Doctor says no/ });
    await expect(busy).toContainText(`Busy ${time}`);
    await expect(busy.getByRole("link", { name: "See it" })).toHaveAttribute("href", `/staff/appointments/${id}`);
    // Whether others have filled the slot meanwhile or not.
    await expect(verdicts.getByRole("listitem").filter({ hasText: /^Places/ })).toContainText(
      new RegExp(`\\d/\\d+ places at ${time}`),
    );
    await expectAccessible(page);
    await keepScreenshot("why", page);
  });

  await test.step("closes it and is on the board again", async () => {
    await drawer.getByRole("button", { name: "Close" }).click();
    await expect(drawer).toBeHidden();
    await expect(page).toHaveURL(new RegExp(`/staff/${date}$`));
  });
});

test("without JavaScript the same question is a page, also for an admin", async ({ openAs, clinic }) => {
  const startsAt = await freeTime(clinic.url, wish);
  const { date, time } = wordsOf(startsAt);
  const page = await openAs("admin", { javaScriptEnabled: false });
  await page.goto(`/staff/${date}`);
  await page.getByRole("link", { name: `Why not? ${time}` }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Why not?" })).toBeVisible();
  await page.getByLabel("Service").selectOption({ label: "GP consultation" });
  await page.getByLabel("Doctor").selectOption({ label: "Dr Priya Raman" });
  await page.getByRole("button", { name: "Ask" }).click();
  const verdicts = page.getByRole("region", { name: "Dr Priya Raman" });
  await expect(verdicts.getByText("Offered", { exact: true })).toBeVisible();
  await expect(verdicts.getByText("says no")).toHaveCount(0);

  await page.getByLabel("Time").fill("03:07");
  await page.getByRole("button", { name: "Ask" }).click();
  await expect(verdicts.getByText("Not offered")).toBeVisible();
  await expect(verdicts.getByText("No slot begins at that minute.")).toBeVisible();
});
