import { expectNow } from "../arrivals.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";

test("a morning at the desk: who comes is checked in, seen and done by one press each, and a mistake is taken back", async ({
  openAs,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const [ada, ben] = [await newPatient(database, "Ada Arrives"), await newPatient(database, "Ben Absent")];
  const [adaId, benId] = await expectNow(database, [ada, ben]);
  const page = await openAs("staff");
  await page.goto("/staff");
  const now = page.getByRole("region", { name: "Now and next" });
  const answer = (text: string) => page.getByRole("status").filter({ hasText: text });
  const statusOf = async (id: string | undefined) =>
    (await database.query("SELECT status::text FROM appointment WHERE id = $1", [id])).rows[0]?.status;

  await test.step("both are late, and Ada is checked in with one press", async () => {
    await expect(now.getByRole("listitem").filter({ hasText: ben.name })).toContainText("min late");
    await now.getByRole("button", { name: `Check in : ${ada.name}` }).click();
    await expect(answer(`${ada.name} has arrived.`)).toBeVisible();
    await expect(now.getByRole("listitem").filter({ hasText: ada.name })).toContainText("waits 0 min");
    await expectAccessible(page);
    await keepScreenshot("board-now-and-next", page);
  });

  await test.step("Ben is marked as missed by mistake, and that is undone", async () => {
    await now.getByRole("button", { name: `No-show : ${ben.name}` }).click();
    await expect(answer(`${ben.name} is marked as not having come.`)).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(answer(`Undone: ${ben.name}`)).toBeVisible();
    await expect(now.getByRole("button", { name: `Check in : ${ben.name}` })).toBeVisible();
    expect(await statusOf(benId)).toBe("confirmed");
  });

  const row = page
    .getByRole("region", { name: "Slots of the day" })
    .getByRole("listitem")
    .filter({ hasText: ada.name })
    .last();
  await test.step("the button of Ada's row goes on with her, and keeps the focus", async () => {
    await row.getByRole("button", { name: `Start : ${ada.name}` }).focus();
    await page.keyboard.press("Enter");
    await expect(answer(`The visit of ${ada.name} is in progress.`)).toBeVisible();
    await expect(row.getByRole("button", { name: `Complete : ${ada.name}` })).toBeFocused();
  });

  await test.step("the menu holds what else there is", async () => {
    await row.getByRole("button", { name: `More for ${ada.name}` }).click();
    await page.getByRole("button", { name: `Pause : ${ada.name}` }).click();
    await expect(now.getByRole("listitem").filter({ hasText: ada.name })).toContainText("On hold");
    await row.getByRole("button", { name: `Resume : ${ada.name}` }).click();
    await row.getByRole("button", { name: `Complete : ${ada.name}` }).click();
    await expect(now.getByRole("listitem").filter({ hasText: ada.name })).toHaveCount(0);
    expect(await statusOf(adaId)).toBe("completed");
  });
});

test("without JavaScript the menu opens, and a press is answered at the foot of the page", async ({
  openAs,
  database,
}) => {
  const ada = await newPatient(database, "Ada Quiet");
  await expectNow(database, [ada]);
  const page = await openAs("staff", { javaScriptEnabled: false });
  await page.goto("/staff?state=expected");
  await page.getByRole("button", { name: `More for ${ada.name}` }).click();
  await page
    .getByRole("button", { name: `No-show : ${ada.name}` })
    .last()
    .click();
  await expect(page.getByRole("status").filter({ hasText: `${ada.name} is marked as not having come.` })).toBeFocused();
});
