import { expect, test } from "../fixtures.ts";
import { wordsOf } from "../words.ts";

test("the front desk finds an appointment and a page by the keyboard alone", async ({
  openAs,
  samples,
  expectAccessible,
  keepScreenshot,
}) => {
  const { people, appointmentId } = samples;
  const page = await openAs("staff");
  await page.goto("/staff/waiting");
  const palette = page.getByRole("dialog", { name: "Search" });
  const search = palette.getByRole("searchbox");

  await test.step("opens with pages to go to, and Escape gives the focus back", async () => {
    const button = page.getByRole("link", { name: "Search" });
    await button.focus();
    await page.keyboard.press("Control+k");
    await expect(search).toBeFocused();
    await expect(palette.getByRole("option", { name: "Book for a patient" })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");
    await expect(palette).toBeHidden();
    await expect(button).toBeFocused();
  });

  await test.step("finds somebody, and says how much there is", async () => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type("quillf");
    const found = palette.getByRole("option", { name: new RegExp(people.patient.name) });
    await expect(found.first()).toBeVisible();
    await expect(palette.getByRole("status")).toHaveText(/^\d+ found$/);
    await expectAccessible(page);
    await keepScreenshot("palette", page);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/staff/appointments/(${appointmentId}|${samples.missedId})$`));
    await expect(palette).toBeHidden();
  });

  await test.step("goes to a day by its date", async () => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type(samples.date);
    await expect(palette.getByRole("option", { name: dayPattern(wordsOf(samples.bookedAt).day) })).toBeVisible();
    await expect(palette.getByRole("status")).toHaveText("1 found");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(new RegExp(`/staff/${samples.date}$`));
  });

  await test.step("says so where nothing is found", async () => {
    await page.keyboard.press("Control+k");
    await page.keyboard.type("nobody-at-all");
    await expect(palette.getByRole("status")).toHaveText("Nothing found");
  });
});

/** Browsers differ in the comma after the weekday. */
function dayPattern(day: string): RegExp {
  return new RegExp(day.replace(" ", ",? "));
}

test("a doctor finds their own patients, another doctor does not", async ({ openAs, samples }) => {
  for (const [who, found] of [
    [samples.people.doctor, true],
    [samples.people.otherDoctor, false],
  ] as const) {
    const page = await openAs(who);
    await page.goto("/doctor");
    await page.getByRole("link", { name: "Search" }).click();
    const palette = page.getByRole("dialog", { name: "Search" });
    await palette.getByRole("searchbox").fill("quillfeather");
    await expect(palette.getByRole("status")).toHaveText(found ? /^\d+ found$/ : "Nothing found");
  }
});
