import { bookFor, freeTimes, inDays } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatients } from "../people.ts";

test("requests are answered, undone and chosen by keys alone; what is typed is no key", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
}) => {
  const wish = { service: "gp-consultation", doctor: "amara-okafor" };
  const day = inDays(3);
  const times = (await freeTimes(clinic.url, { ...wish, day })).slice(-3);
  const people = await newPatients(database, 3, "Kim");
  const ids: string[] = [];
  for (const [n, person] of people.entries()) {
    ids.push(await bookFor(clinic.url, person, { ...wish, startsAt: times[n] ?? "" }));
  }
  // Urgent ones come first, so that they are where the keys begin.
  await database.query("UPDATE appointment SET urgent = id = ANY ($1) WHERE status = 'pending'", [ids]);
  const [first, second, third] = people.map(({ name }) => name) as [string, string, string];
  const page = await openAs("doctor");
  await page.goto("/doctor");
  const request = (name: string) => page.getByRole("article", { name });
  const said = (words: string) => page.getByRole("status").filter({ hasText: words });
  const statuses = async () => {
    const { rows } = await database.query<{ status: string }>(
      "SELECT status::text FROM appointment WHERE id = ANY ($1) ORDER BY array_position($1, id)",
      [ids],
    );
    return rows.map(({ status }) => status);
  };

  await test.step("? lists them, j and k walk along", async () => {
    await page.keyboard.press("Shift+?");
    await expect(page.getByRole("dialog", { name: "Answering by keyboard" })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("j");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.keyboard.press("j");
    await expect(request(first)).toBeFocused();
    await page.keyboard.press("j");
    await expect(request(second)).toBeFocused();
    await page.keyboard.press("k");
    await expect(request(first)).toBeFocused();
  });

  await test.step("c confirms, u takes it back", async () => {
    await page.keyboard.press("Control+c");
    await expect(request(first)).toBeFocused();
    await page.keyboard.press("c");
    await expect(said(`Confirmed: ${first}`)).toBeFocused();
    await page.keyboard.press("u");
    await expect(said(`Undone: ${first}`)).toBeFocused();
    expect(await statuses()).toEqual(["pending", "pending", "pending"]);
  });

  await test.step("d opens the reason, in which keys are letters", async () => {
    await page.keyboard.press("j");
    const at = page.locator("article:focus");
    await expect(at).toHaveCount(1);
    await page.keyboard.press("d");
    await expect(page.getByRole("textbox", { name: "Reason" }).and(page.locator(":focus"))).toBeVisible();
    await page.keyboard.type("jukd?");
    await expect(page.locator("textarea:focus")).toHaveValue("jukd?");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(said("Declined: Kim")).toBeFocused();
    await page.keyboard.press("u");
    await expect(said("Undone: Kim")).toBeFocused();
  });

  await test.step("x chooses: several are declined with one reason, and taken back at once", async () => {
    for (const name of [second, third]) {
      await request(name).focus();
      await page.keyboard.press("x");
    }
    const bar = page.getByRole("form", { name: "Those chosen" });
    await bar.getByText("Decline…").click();
    await bar.getByLabel("Reason for declining").fill("I am away then.");
    await bar.getByRole("button", { name: "Decline all chosen" }).click();
    await expect(said("2 requests are declined.")).toBeFocused();
    expect(await statuses()).toEqual(["pending", "rejected", "rejected"]);
    await page.keyboard.press("u");
    await expect(said("2 are requests again")).toBeFocused();
    expect(await statuses()).toEqual(["pending", "pending", "pending"]);
  });
});
