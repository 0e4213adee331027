import type { Page } from "@playwright/test";
import type pg from "pg";
import { bookFor, freeTime, freeTimes, runOut } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";
import { pressLabelOf } from "../presses.ts";
import { wordsOf } from "../words.ts";

const wish = { service: "gp-consultation", doctor: "priya-raman" };
const kept = /^Kept for you until \d\d:\d\d/;

async function choose(page: Page, startsAt: string): Promise<void> {
  const { day, time, date } = wordsOf(startsAt);
  await page.goto(`/book/time?${new URLSearchParams({ ...wish, day: date })}`);
  await pressLabelOf(page.getByRole("radio", { name: `${day}, ${time}, ` }));
  await page.getByRole("button", { name: "Continue with this time" }).click();
  await expect(page.getByText(kept)).toBeVisible();
}

async function heldUntil(database: pg.Pool, startsAt: string): Promise<(number | null)[]> {
  const { rows } = await database.query<{ minutes: number }>(
    `SELECT round(extract(epoch FROM hold_expires_at - now()) / 60)::int AS minutes FROM appointment a
     JOIN doctor d ON d.id = a.doctor_id AND d.slug = $2
     WHERE status = 'held' AND starts_at = to_timestamp($1::float8 / 1000)`,
    [startsAt, wish.doctor],
  );
  return rows.map(({ minutes }) => minutes);
}

test("from a service it is three presses to a time that is held, for somebody who is not signed in", async ({
  page,
  clinic,
  database,
  expectAccessible,
}) => {
  await page.goto("/services");
  await page
    .getByRole("main")
    .getByRole("link", { name: /GP consultation/ })
    .first()
    .click();
  await page.getByRole("region", { name: "Next free" }).getByRole("button").first().click();
  await expect(page.getByText(kept)).toBeVisible();
  await expectAccessible(page);
  const [, startsAt = ""] = /startsAt=(\d+)/.exec(page.url()) ?? [];
  const { rows } = await database.query(
    "SELECT patient_id, contact_name, hold_key IS NOT NULL AS keyed FROM appointment WHERE status = 'held' AND starts_at = to_timestamp($1::float8 / 1000)",
    [startsAt],
  );
  expect(rows).toEqual([{ patient_id: null, contact_name: null, keyed: true }]);
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === "slotwell.hold");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", value: expect.stringMatching(/^[\w-]{43}$/) });
  expect(await (await fetch(`${clinic.url}/book/time?service=gp-consultation`)).text()).not.toContain(cookie?.value);
});

test("counts down quietly, warns before the end, and can be kept longer without losing a word", async ({
  openAs,
  clinic,
  database,
}) => {
  const startsAt = await freeTime(clinic.url, wish);
  const page = await openAs(await newPatient(database), { own: {} });
  await page.clock.install();
  await choose(page, startsAt);
  const said = page.getByRole("status").filter({ hasText: /two minutes|no longer kept/ });
  await expect(page.getByText(/(9|10):\d\d left/)).toBeVisible();
  await expect(said).toHaveCount(0);

  await page.clock.fastForward("08:30");
  await expect(page.getByText(/1:\d\d left/)).toBeVisible();
  await expect(said).toContainText("Less than two minutes left.");

  await database.query("UPDATE appointment SET hold_expires_at = now() + interval '90 seconds' WHERE status = 'held'");
  await page.getByLabel("Your note").fill("Half a sentence, and then");
  await page.getByRole("button", { name: "Keep it longer" }).click();
  await expect(page.getByRole("status").filter({ hasText: /It is kept for you until \d\d:\d\d now\./ })).toBeFocused();
  await expect(page.getByLabel("Your note")).toHaveValue("Half a sentence, and then");
  expect(await heldUntil(database, startsAt)).toEqual([10]);

  await page.clock.fastForward("20:00");
  await expect(said).toContainText("This time is no longer kept for you.");
});

test("what ran out books all the same while nobody took it", async ({ openAs, clinic, database }) => {
  const patient = await newPatient(database);
  const startsAt = await freeTime(clinic.url, wish);
  const page = await openAs(patient);
  await choose(page, startsAt);
  await page.getByLabel("Your note").fill("I typed slowly.");
  await runOut(database, patient);
  await page.getByRole("button", { name: "Continue to the check" }).click();
  await expect(page.getByText("I typed slowly.")).toBeVisible();
  await runOut(database, patient);
  await page.reload();
  await expect(page.getByText(/It is still free: go on, and it is yours\.|not kept for you yet/)).toBeVisible();
  await page.getByRole("button", { name: "Request this appointment" }).click();
  await expect(page.getByRole("heading", { name: "Requested, not yet confirmed" })).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  test(`what ran out and went to somebody else is told in place, answers kept, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    openAs,
    clinic,
    database,
  }) => {
    const patient = await newPatient(database);
    const startsAt = await freeTime(clinic.url, wish);
    const page = await openAs(patient, { javaScriptEnabled });
    await choose(page, startsAt);
    await page.getByLabel("Your note").fill("Not sent yet.");
    await runOut(database, patient);
    await bookFor(clinic.url, await newPatient(database), { ...wish, startsAt });

    await page.getByRole("button", { name: "Continue to the check" }).click();
    const alert = page.getByRole("alert").filter({ hasText: "The time kept for you has run out" });
    await expect(alert).toBeFocused();
    await expect(page.getByLabel("Your note")).toHaveValue("Not sent yet.");
    await expect(alert.getByRole("button")).toHaveCount(3);
    await page.getByLabel("Your note").fill("Not sent yet, but longer.");
    await alert.getByRole("button").first().click();
    await expect(page.getByText(kept)).toBeVisible();
    await expect(page.getByLabel("Your note")).toHaveValue("Not sent yet, but longer.");
  });
}

test("another time gives the first one back; so does leaving, and closing the tab", async ({
  openAs,
  clinic,
  database,
}) => {
  const startsAt = await freeTime(clinic.url, wish);
  const { date } = wordsOf(startsAt);
  const page = await openAs("visitor");
  const isFree = async () => (await freeTimes(clinic.url, { ...wish, day: date })).includes(startsAt);

  await test.step("by the button, which keeps what was typed", async () => {
    await choose(page, startsAt);
    expect(await isFree()).toBe(false);
    await page.getByLabel("Your note").fill("Half a note");
    await page.getByRole("button", { name: "Back to the times" }).click();
    await expect(page.getByRole("heading", { name: "When would you like to come?" })).toBeVisible();
    expect(await isFree()).toBe(true);
    await page.getByRole("button", { name: "Continue with this time" }).click();
    await expect(page.getByLabel("Your note")).toHaveValue("Half a note");
    await expect.poll(isFree).toBe(false);
  });

  await test.step("not by going on, reloading or signing in", async () => {
    await page.reload();
    await page.getByRole("button", { name: "Continue to the check" }).click();
    await expect(page.getByRole("heading", { name: "Is everything right?" })).toBeVisible();
    await page.getByRole("link", { name: "Sign in to book" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    expect(await heldUntil(database, startsAt)).toHaveLength(1);
  });

  await test.step("by a link that leads elsewhere", async () => {
    await choose(page, startsAt);
    await page.getByRole("link", { name: "Doctors" }).first().click();
    await expect.poll(isFree).toBe(true);
  });

  await test.step("by closing the tab", async () => {
    await choose(page, startsAt);
    await expect(page.getByText(/\d:\d\d left/)).toBeVisible();
    await page.close();
    await expect.poll(isFree).toBe(true);
  });
});

test("one browser keeps one time, in as many tabs as it likes", async ({ openAs, clinic, database }) => {
  const first = await freeTime(clinic.url, wish);
  const page = await openAs("visitor");
  await choose(page, first);
  const second = await page.context().newPage();
  const others = (await freeTimes(clinic.url, { ...wish, day: wordsOf(first).date })).filter((time) => time > first);
  await choose(second, others[0] ?? "");
  expect(await heldUntil(database, first)).toEqual([]);
  expect(await heldUntil(database, others[0] ?? "")).toHaveLength(1);
});
