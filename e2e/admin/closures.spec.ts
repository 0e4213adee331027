import { expect, test } from "../fixtures.ts";
import { pressAndSaveAnyway, pressLabelOf } from "../presses.ts";
import { wordsOf } from "../words.ts";

/** The first of the coming days that is no Sunday. */
function aDaySoon(): { day: string; date: string } {
  const days = [1, 2].map((n) => wordsOf(Date.now() + n * 24 * 3_600_000));
  return days.find(({ day }) => !day.startsWith("Sunday")) ?? wordsOf(Date.now());
}

test("an admin imports public holidays, once", async ({ openAs, expectAccessible }) => {
  const year = new Date().getUTCFullYear() + 2;
  const page = await openAs("admin");
  await page.goto("/admin/closures");
  await page.getByRole("link", { name: "Import public holidays" }).click();
  await page.getByLabel("Year", { exact: true }).fill(String(year));
  await page.getByRole("button", { name: "Show the holidays" }).click();
  await expect(page.getByRole("heading", { name: `Public holidays of ${year}` })).toBeVisible();
  await expect(page.getByLabel("Country", { exact: true })).toHaveValue("GB");
  await expect(page.getByLabel("Part of the country")).toHaveValue("ENG");
  await pressLabelOf(page.getByRole("checkbox", { name: "Good Friday" }));
  await expectAccessible(page);
  await page.getByRole("button", { name: "Add the chosen days" }).click();
  await expect(page.getByRole("status").filter({ hasText: /\d+ holidays were added\./ })).toBeFocused();
  await expect(page.getByRole("checkbox", { name: /^Christmas Day/ }).first()).toBeDisabled();
  await expect(page.getByRole("checkbox", { name: "Good Friday" })).toBeEnabled();

  await page.getByRole("link", { name: "Closures and holidays" }).click();
  await expect(page.getByRole("heading", { level: 2, name: String(year) })).toBeVisible();
  const christmas = page.getByRole("row").filter({ hasText: /25 December.*Christmas Day/ });
  await expect(christmas).toContainText("public holiday");
  await expect(page.getByText("Good Friday")).toHaveCount(0);
  await expectAccessible(page);
});

test("an admin closes a day, gives it hours of its own, and opens it again; patients see each", async ({
  openAs,
  expectAccessible,
}) => {
  const { day, date } = aDaySoon();
  const reason = `Boiler repair, ${test.info().project.name}`;
  const page = await openAs("admin");
  const visitor = await openAs("visitor");
  const publicDay = visitor
    .getByRole("region", { name: /seven days/i })
    .getByRole("listitem")
    .filter({ hasText: day });

  await test.step("closes it, and is told who is booked then", async () => {
    await page.goto("/admin/closures");
    await page.getByRole("link", { name: "Add a closure" }).click();
    await page.getByLabel("First day").fill(date);
    await page.getByRole("button", { name: "Add the closure" }).click();
    await expect(page.getByLabel("Reason")).toBeFocused();
    await expect(page.getByLabel("First day")).toHaveValue(date);
    await page.getByLabel("Reason").fill(reason);
    const added = page.getByRole("status").filter({ hasText: `Added: ${reason}.` });
    await pressAndSaveAnyway(page, page.getByRole("button", { name: "Add the closure" }), added);
    await expect(added).toBeFocused();
    await expect(page.getByText(/not covered by the hours any more/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the public week says so", async () => {
    await visitor.goto("/");
    await expect(publicDay).toContainText("Closed");
    await expect(publicDay).toContainText(reason);
  });

  await test.step("special hours of two shifts take its place", async () => {
    await page.goto(`/admin/closures?year=${date.slice(0, 4)}`);
    const row = page.getByRole("row").filter({ hasText: reason });
    await expect(row).toContainText("Closed");
    await row.getByRole("link").click();
    await pressLabelOf(page.getByRole("radio", { name: /^Open at special hours/ }));
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByLabel("Shift 1: opens")).toBeFocused();
    await page.getByLabel("Shift 1: opens").fill("09:00");
    await page.getByLabel("Shift 1: closes").fill("10:00");
    await page.getByRole("button", { name: "Add a shift" }).click();
    await page.getByLabel("Shift 2: opens").fill("20:00");
    await page.getByLabel("Shift 2: closes").fill("21:00");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("status").filter({ hasText: `Saved: ${reason}.` })).toBeFocused();
    await expect(page.getByLabel("Shift 2: closes")).toHaveValue("21:00");
    await expectAccessible(page);
    await page.goto(`/admin/slots?date=${date}`);
    await expect(page.getByLabel("Places at 20:40")).toBeVisible();
  });

  await test.step("and it opens again as usual", async () => {
    await page.goto(`/admin/closures?year=${date.slice(0, 4)}`);
    await page.getByRole("row").filter({ hasText: reason }).getByRole("link").click();
    await page.getByRole("button", { name: "Remove this closure" }).click();
    await expect(page.getByRole("status").filter({ hasText: "The closure was removed." })).toBeVisible();
    await expect(page.getByText(reason)).toHaveCount(0);
    await page.goto(`/admin/slots?date=${date}`);
    await expect(page.getByLabel("Places at 20:40")).toHaveCount(0);
    await expect(page.getByRole("checkbox", { name: "Open for booking at 09:00" })).toBeChecked();
    await visitor.reload();
    await expect(publicDay).not.toContainText(reason);
  });
});

test("without JavaScript: a week for certain dates, with a shift more, refused and saved, and taken away", async ({
  openAs,
}) => {
  const page = await openAs("admin", { javaScriptEnabled: false });
  const year = new Date().getUTCFullYear() + 3;
  await page.goto("/admin/hours/templates/new");
  await page.getByLabel("Name").fill("Easter week");
  await page.getByLabel("First day").fill(`${year}-04-10`);
  await page.getByLabel("Last day").fill(`${year}-04-01`);
  await page.getByRole("button", { name: /Add a shift.*Saturday/ }).click();
  await expect(page.getByLabel("Name")).toHaveValue("Easter week");
  await expect(page.getByLabel("Saturday, shift 2: opens")).toHaveValue("13:00");
  await page.getByLabel("Saturday, shift 2: closes").fill("14:00");
  await page.getByRole("button", { name: "Save the week" }).click();
  await expect(page.getByText("This lies before the start.")).toBeVisible();
  await expect(page.getByLabel("Saturday, shift 2: closes")).toHaveValue("14:00");
  await page.getByLabel("Last day").fill(`${year}-04-17`);
  await page.getByRole("button", { name: "Save the week" }).click();
  await expect(page.getByText("The week is added.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "Easter week" })).toBeVisible();

  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await page.getByRole("button", { name: "Save the week" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The week is saved." })).toBeVisible();
  await page.getByRole("button", { name: "Remove this week" }).click();
  await expect(page.getByText("The week was removed.")).toBeVisible();
  await expect(page.getByRole("link", { name: /Easter week/ })).toHaveCount(0);
});
