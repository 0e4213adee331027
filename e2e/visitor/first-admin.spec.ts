import { nodeOptions, runQuietly } from "#bin/child.ts";
import { siteVariables } from "#bin/site.ts";
import { withClinic } from "../clinic.ts";
import { expect, test } from "../fixtures.ts";

test("an empty installation is set up once, by the link that is printed at its start", async ({
  openAs,
  expectAccessible,
}) => {
  await withClinic(async ({ url, settings }) => {
    const page = await openAs("visitor", { siteUrl: url });
    const output = await runQuietly(
      "Asking for the link",
      [...nodeOptions, "bin/first-admin.ts"],
      siteVariables(settings, "start"),
    );
    const link = output.trim();

    await test.step("an empty house says so", async () => {
      await page.goto("/");
      await expect(page.getByRole("heading", { level: 1, name: "This practice is not open yet" })).toBeVisible();
      await page.goto("/set-up");
      await expect(page.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
    });

    await test.step("the form says what is missing and keeps the rest", async () => {
      await page.goto(link);
      await expect(page).toHaveURL(/\/set-up$/);
      await expectAccessible(page);
      await page.getByLabel("Name of the practice").fill("Harbour Clinic");
      await page.getByLabel("Country").selectOption("PT");
      await page.getByLabel("Time zone").selectOption("Europe/Lisbon");
      await page.getByLabel("Currency").selectOption("EUR");
      await page.getByLabel("Your name").fill("Ana Sousa");
      await page.getByLabel("E-mail address").fill("ana@example.test");
      await page.getByLabel("Password", { exact: true }).fill("sousa sousa!");
      await page.getByRole("button", { name: "Set up the practice" }).click();
      await expect(page.getByText("This is made from your name")).toBeVisible();
      await expect(page.getByLabel("Name of the practice")).toHaveValue("Harbour Clinic");
      await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Lisbon");
    });

    await test.step("sets up the practice and is its administrator", async () => {
      await page.getByLabel("Password", { exact: true }).fill("seven grey herons");
      await page.getByRole("button", { name: "Set up the practice" }).click();
      await expect(page).toHaveURL(/\/admin$/);
      await expect(page.getByText("There are no business hours")).toBeVisible();
    });

    await test.step("the link is used up", async () => {
      const other = await openAs("visitor", { siteUrl: url });
      await other.goto(link);
      await expect(other.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
    });
  }, "empty");
});
