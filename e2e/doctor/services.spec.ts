import { freeTimes } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { demoPerson } from "../people.ts";
import { pressAndSaveAnyway } from "../presses.ts";

// No other journey books it with her.
const [account, doctor] = ["hana.sato", "hana-sato"];
const service = "phone-consultation";

test("a doctor sets a price of her own, stops offering a service and takes it up again", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const page = await openAs(await demoPerson(database, account));
  await page.goto("/doctor");
  await page.getByRole("link", { name: "Services" }).click();
  const price = page.getByLabel("Phone consultation: own price in GBP");
  await expect(price).toHaveValue("29.00");
  const offered = page.getByRole("checkbox", { name: "Phone consultation" });
  const saved = page.getByRole("status").filter({ hasText: "Saved." });

  await test.step("what is no price is refused in place", async () => {
    await price.fill("a lot");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(price).toBeFocused();
    await expect(page.getByText("Please give a price, like 45 or 45.50.")).toBeVisible();
    await expect(price).toHaveValue("a lot");
  });

  await test.step("the price holds for new bookings", async () => {
    await price.fill("31.50");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(saved).toBeFocused();
    const [startsAt] = await freeTimes(clinic.url, { service, doctor });
    const visitor = await openAs("visitor");
    await visitor.goto(`/book/check?${new URLSearchParams({ service, doctor, startsAt: startsAt ?? "" })}`);
    await expect(visitor.getByText("£31.50").first()).toBeVisible();
    await expectAccessible(page);
    await keepScreenshot("my-services", page);
  });

  await test.step("patients do not find it with her while she does not offer it", async () => {
    await offered.uncheck();
    await price.fill("30");
    // As it is stored, unlike what was typed.
    const stored = page.locator('input[value="30.00"]');
    await pressAndSaveAnyway(page, page.getByRole("button", { name: "Save", exact: true }), stored);
    await expect(price).toHaveValue("30.00");
    await expect(offered).not.toBeChecked();
    const visitor = await openAs("visitor");
    await visitor.goto(`/doctors/${doctor}`);
    await expect(visitor.getByText("Video consultation")).toBeVisible();
    await expect(visitor.getByText("Phone consultation")).toHaveCount(0);
    await offered.check();
    await price.fill("29");
    await page.getByRole("button", { name: "Save" }).click();
    // As it is stored, unlike what was typed.
    await expect(price).toHaveValue("29.00");
    await visitor.reload();
    await expect(visitor.getByText("Phone consultation")).toBeVisible();
  });
});
