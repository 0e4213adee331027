import type { Locator } from "@playwright/test";
import { freeTime } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";
import { wordsOf } from "../words.ts";

const wish = { service: "gp-consultation", doctor: "amara-okafor" };

/** Where parts begin, in pixels from the left. */
const placesOf = (parts: Locator) =>
  parts.evaluateAll((elements) => elements.map((element) => Math.round(element.getBoundingClientRect().left)));

test("a patient books in Arabic, from right to left and with the clinic's digits", async ({
  openAs,
  clinic,
  database,
}) => {
  const patient = await newPatient(database, "Salma Nasser");
  const startsAt = await freeTime(clinic.url, wish);
  const { day, time, date } = wordsOf(startsAt, "ar-u-nu-latn");
  const page = await openAs(patient);
  const main = page.getByRole("main");
  const radios = page.getByRole("radio");
  const wished = page.getByRole("radio", { name: `${day}, ${time}, ` });

  await test.step("chooses the language at the foot of a page, and stays on it", async () => {
    await page.goto(`/book/time?${new URLSearchParams({ ...wish, day: date })}`);
    const before = await placesOf(main.getByRole("group", { name: "Choose a time" }).getByRole("listitem"));
    expect(before).toEqual(before.toSorted((a, b) => a - b));
    await page.getByRole("button", { name: "العربية" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "متى تودّ الحضور؟" })).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
    await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  });

  await test.step("whose days run from right to left, like the arrow keys", async () => {
    const days = main.getByRole("group", { name: "اختر وقتًا" }).getByRole("listitem");
    await expect(days).toHaveCount(7);
    const places = await placesOf(days);
    expect(places).toEqual(places.toSorted((a, b) => b - a));
    await expect(wished).toHaveAccessibleName(/^[^\d]+ \d+ [^\d]+, \d\d:\d\d, Dr Amara Okafor, 20 دقيقة$/);
    await radios.first().focus();
    await page.keyboard.press("ArrowLeft");
    await expect(radios.nth(1)).toBeChecked();
    await page.keyboard.press("ArrowRight");
    await expect(radios.first()).toBeChecked();
    while (!(await wished.isChecked())) await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
  });

  await test.step("has it held and requests it", async () => {
    await expect(page.getByText(/^محجوز لك مؤقتًا حتى \d\d:\d\d/)).toBeVisible();
    await page.getByRole("textbox", { name: "ملاحظتك" }).fill("ألم منذ أمس.");
    await page.getByRole("button", { name: "المتابعة إلى المراجعة" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "هل كل شيء صحيح؟" })).toBeVisible();
    await expect(main).toContainText("ألم منذ أمس.");
    await page.getByRole("button", { name: "اطلب هذا الموعد" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "طُلب ولم يُؤكَّد بعد" })).toBeVisible();
    await expect(main).toContainText(`${day}${time}`);
  });

  await test.step("finds it among the appointments, and is written to in Arabic", async () => {
    await page.getByRole("link", { name: "مواعيدي" }).first().click();
    await expect(page.getByRole("article", { name: "GP consultation" })).toContainText(time);
    const { rows } = await database.query("SELECT locale FROM message WHERE recipient = $1", [patient.email]);
    expect(rows).toEqual([{ locale: "ar" }]);
  });
});
