import type pg from "pg";
import { whileAway } from "../away.ts";
import { bookFor, checkPath, freeTime, runOut, type Wish } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";
import { wordsOf } from "../words.ts";

const service = "gp-consultation";

/** In the slot itself; the day has room. */
async function leaveOnePlace(database: pg.Pool, startsAt: string): Promise<void> {
  await database.query("UPDATE clinic_day SET capacity = NULL WHERE local_date = $1", [wordsOf(startsAt).date]);
  await database.query("UPDATE time_slot SET capacity = booked + 1 WHERE starts_at = to_timestamp($1::float8 / 1000)", [
    startsAt,
  ]);
}

test("the last place goes to somebody else after the hold has run out", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const startsAt = await freeTime(clinic.url, { service });
  const wish: Wish = { service, startsAt };
  const patient = await newPatient(database);
  const page = await openAs(patient);

  await test.step("chooses a time with one place left, which is held, and writes a note", async () => {
    await leaveOnePlace(database, startsAt);
    await page.goto(`/book/details?${new URLSearchParams({ ...wish })}`);
    await page.getByLabel("Your note").fill("A rash on the left arm.");
    await page.getByRole("button", { name: "Continue to the check" }).click();
    await expect(page.getByRole("heading", { name: "Is everything right?" })).toBeVisible();
    const other = await newPatient(database);
    await expect(bookFor(clinic.url, other, wish)).rejects.toThrow("That time is full now");
  });

  await runOut(database, patient);
  await bookFor(clinic.url, await newPatient(database), wish);

  const alert = page.getByRole("alert").filter({ hasText: "The time kept for you has run out" });
  await test.step("is told in place, with the focus there and the note kept", async () => {
    await page.getByRole("button", { name: "Request this appointment" }).click();
    await expect(alert).toBeFocused();
    const { time, day } = wordsOf(startsAt);
    await expect(alert).toContainText(`${time} on ${day} went to somebody else`);
    await expect(alert).toContainText("Everything you typed is kept.");
    await expect(page.getByText("A rash on the left arm.")).toBeVisible();
    await expect(page.getByRole("button", { name: "Request this appointment" })).toHaveCount(0);
    await expectAccessible(page);
    await keepScreenshot("lost-race", page);
  });

  await test.step("takes one of three others with one press, and it is held", async () => {
    await expect(alert.getByRole("button")).toHaveCount(3);
    const other = alert.getByRole("button").first();
    const [, time = ""] = /(\d\d:\d\d)/.exec(await other.innerText()) ?? [];
    await other.click();
    await expect(page.getByRole("main").getByText(new RegExp(`^${time}–`))).toBeVisible();
    await expect(page.getByText(/^Kept for you until/)).toBeVisible();
    await expect(page.getByText("A rash on the left arm.")).toBeVisible();
    await page.getByRole("button", { name: "Request this appointment" }).click();
    await expect(page.getByRole("heading", { name: "Requested, not yet confirmed" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(time);
  });

  const { rows } = await database.query("SELECT notes FROM appointment WHERE patient_id = $1 AND status = 'pending'", [
    patient.id,
  ]);
  expect(rows).toEqual([{ notes: "A rash on the left arm." }]);
});

test("whoever holds nothing may lose the race at the last press", async ({ openAs, clinic, database }) => {
  const startsAt = await freeTime(clinic.url, { service });
  const wish: Wish = { service, startsAt };
  await leaveOnePlace(database, startsAt);
  const page = await openAs(await newPatient(database));
  await page.goto(checkPath(wish));
  await expect(page.getByText("This time is free, but not kept for you yet.")).toBeVisible();
  await bookFor(clinic.url, await newPatient(database), wish);
  await page.getByRole("button", { name: "Request this appointment" }).click();
  const alert = page.getByRole("alert").filter({ hasText: "That time is full now" });
  await expect(alert).toBeFocused();
  const { time, day } = wordsOf(startsAt);
  await expect(alert).toContainText(`places at ${time} on ${day} are taken`);
  await expect(alert.getByRole("button")).toHaveCount(3);
});

test("whoever comes back to a time that is gone is told before pressing anything", async ({
  openAs,
  clinic,
  database,
}) => {
  const wish = { service, doctor: "priya-raman" };
  const startsAt = await freeTime(clinic.url, wish);
  await bookFor(clinic.url, await newPatient(database), { ...wish, startsAt });
  const page = await openAs(await newPatient(database));
  const { day, time } = wordsOf(startsAt);
  for (const step of ["details", "check"]) {
    await page.goto(`/book/${step}?${new URLSearchParams({ ...wish, startsAt })}`);
    const alert = page.getByRole("alert").filter({ hasText: `${day}, ${time} is no longer free` });
    await expect(alert).toBeVisible();
    await expect(alert.getByRole("list", { name: "Nearest free times" }).getByRole("button")).toHaveCount(3);
  }
});

test("where whoever was asked for has no other time, one press takes it with somebody else, by name", async ({
  openAs,
  clinic,
  database,
}) => {
  const asked = { service: "gp-consultation", doctor: "priya-raman" };
  const wish: Wish = { ...asked, startsAt: await freeTime(clinic.url, asked) };
  const page = await openAs(await newPatient(database));
  await page.goto(checkPath(wish));
  await bookFor(clinic.url, await newPatient(database), wish);
  await whileAway(database, { ...asked, startsAt: wish.startsAt }, async () => {
    await page.getByRole("button", { name: "Request this appointment" }).click();
    const other = page
      .getByRole("alert")
      .getByText(/^Dr \S+ \S+ · /)
      .first();
    const [doctor = ""] = ((await other.textContent()) ?? "").split(" · ");
    expect(doctor).not.toContain("Priya");
    await other.click();
    await expect(page.getByRole("main")).toContainText(doctor);
    await page.getByRole("button", { name: "Request this appointment" }).click();
    await expect(page.getByRole("heading", { name: "Requested, not yet confirmed" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(doctor);
  });
});
