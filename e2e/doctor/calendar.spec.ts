import type { Page } from "@playwright/test";
import { bookFor, freeTimes, inDays } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatients } from "../people.ts";
import { wordsOf } from "../words.ts";

const wish = { service: "gp-consultation", doctor: "amara-okafor" };

/** As the calendar draws it: five minutes are thirteen pixels. */
const pixelsPerMinute = 2.6;

async function takeHold(page: Page, name: string, from: string, to: string) {
  const bar = page.locator("[data-bar]").filter({ hasText: name }).getByRole("link").first();
  await bar.scrollIntoViewIfNeeded();
  const box = await bar.boundingBox();
  if (!box) throw new Error(`${name} is not in the calendar`);
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + ((Number(to) - Number(from)) / 60_000) * pixelsPerMinute, { steps: 8 });
}

test("a doctor drags an appointment, is told what stands in its way, and does the same by keyboard", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const [patient, other] = await newPatients(database, 2, "Cal");
  if (!patient || !other) throw new Error("Nobody is there");
  const from = inDays(3);
  const times = await freeTimes(clinic.url, { ...wish, day: from });
  const day = [...Map.groupBy(times, (time) => wordsOf(time).date).entries()].find(([, starts]) => starts.length >= 5);
  const [date = "", starts = []] = day ?? [];
  const [was, free, taken] = [starts[0], starts[2], starts[4]] as [string, string, string];
  const id = await bookFor(clinic.url, patient, { ...wish, startsAt: was });
  await bookFor(clinic.url, other, { ...wish, startsAt: taken });
  const startOf = async () => {
    const { rows } = await database.query<{ start: string }>(
      "SELECT epoch_ms(starts_at)::text AS start FROM appointment WHERE id = $1",
      [id],
    );
    return rows[0]?.start;
  };
  const page = await openAs("doctor");
  await page.goto(`/doctor/calendar?date=${date}`);
  const bar = page.locator("[data-bar]").filter({ hasText: patient.name });
  const ghost = page.locator("[data-ghost]");
  const said = (words: string) => page.getByRole("status").filter({ hasText: words });
  await expect(bar).toContainText("Requested");
  await expectAccessible(page);
  await keepScreenshot("doctor-calendar", page);

  await test.step("it goes where it is let go, and back", async () => {
    await takeHold(page, patient.name, was, free);
    await expect(ghost).toHaveAttribute("data-ghost", "fits");
    await expect(ghost).toContainText(wordsOf(free).time);
    await page.mouse.up();
    await expect(said(`Moved: ${patient.name}`)).toBeFocused();
    expect(await startOf()).toBe(free);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(said(`Put back: ${patient.name}`)).toBeFocused();
    expect(await startOf()).toBe(was);
  });

  await test.step("Escape puts it back, and nothing opens", async () => {
    await takeHold(page, patient.name, was, free);
    await expect(ghost).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(ghost).toHaveCount(0);
    await page.mouse.up();
    expect(await startOf()).toBe(was);
    await expect(page).toHaveURL(/\/doctor\/calendar/);
  });

  await test.step("a time that is taken is marked before, refused after, and others are offered", async () => {
    await takeHold(page, patient.name, was, taken);
    await expect(ghost).toHaveAttribute("data-ghost", "busy");
    await expect(ghost).toContainText("You are busy then");
    await page.mouse.up();
    const refused = page.getByRole("alert").filter({ hasText: "It stays where it was" });
    await expect(refused).toBeFocused();
    expect(await startOf()).toBe(was);
    await expect(refused.getByRole("button").first()).toBeVisible();
  });

  await test.step("the dialog does it by keyboard alone", async () => {
    await bar.getByRole("link").first().focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: `Move ${patient.name}` });
    await expect(dialog.getByRole("radio").first()).toBeAttached();
    await expectAccessible(page);
    for (let n = 0; n < 8 && (await page.locator("input[type=radio]:focus").count()) === 0; n++) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    const chosen = await dialog.getByRole("radio", { checked: true }).getAttribute("value");
    await page.keyboard.press("Tab");
    await page.keyboard.type("A meeting came up.");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(said(`Moved: ${patient.name}`)).toBeFocused();
    expect(await startOf()).toBe(chosen);
  });
});
