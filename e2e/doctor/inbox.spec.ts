import { bookFor, freeTime } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";
import { fillBeyondLimit } from "../presses.ts";
import { wordsOf } from "../words.ts";

const wish = { service: "gp-consultation", doctor: "amara-okafor" };

test("a doctor signs in and confirms a request by one press", async ({
  page,
  signInAs,
  openAs,
  clinic,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const patient = await newPatient(database, "Wilma");
  const startsAt = await freeTime(clinic.url, wish);
  const id = await bookFor(clinic.url, patient, { ...wish, startsAt });
  const { day, time } = wordsOf(startsAt);

  await test.step("finds it in the inbox, with how it fits", async () => {
    await signInAs("doctor", page);
    await expect(page).toHaveURL(/\/doctor$/);
    const request = page.getByRole("article", { name: patient.name });
    await expect(request).toContainText("GP consultation");
    await expect(request).toContainText(time);
    await expect(request).toContainText(/\d+ of \d+ places taken/);
    await keepScreenshot("inbox", page);
  });

  await test.step("confirms it", async () => {
    await page.getByRole("button", { name: `Confirm : ${patient.name}` }).click();
    const answer = page.getByRole("status").filter({ hasText: `Confirmed: ${patient.name}` });
    await expect(answer).toBeFocused();
    await expect(answer).toContainText("A message is on its way to the patient.");
    await expect(page.getByRole("article", { name: patient.name })).toHaveCount(0);
    await expectAccessible(page);
  });

  await test.step("sees it in the day", async () => {
    await page.goto(`/doctor/day/${wordsOf(startsAt).date}`);
    const entry = page.getByRole("article", { name: patient.name });
    await expect(entry).toContainText("Confirmed");
    await expect(entry).toContainText(time);
  });

  await test.step("the patient reads that it is confirmed", async () => {
    const theirs = await openAs(patient);
    await theirs.goto(`/patient/appointments/${id}`);
    await expect(theirs.getByText("Confirmed", { exact: true })).toBeVisible();
    await expect(theirs.getByRole("main")).toContainText(day);
  });

  const { rows } = await database.query(
    "SELECT kind FROM message WHERE appointment_id = $1 AND recipient = $2 ORDER BY created_at",
    [id, patient.email],
  );
  expect(rows).toEqual([{ kind: "appointment_requested" }, { kind: "appointment_confirmed" }]);
});

test("a doctor declines with a reason, which the patient reads", async ({ openAs, clinic, database }) => {
  const patient = await newPatient(database, "Vera");
  const id = await bookFor(clinic.url, patient, { ...wish, startsAt: await freeTime(clinic.url, wish) });
  const page = await openAs("doctor");
  await page.goto("/doctor");
  const request = page.getByRole("article", { name: patient.name });

  await test.step("a reason that is too long is refused, and nothing is lost", async () => {
    await request.getByText("Decline…").click();
    await fillBeyondLimit(request.getByLabel("Reason"), "x".repeat(501));
    await request.getByRole("button", { name: /^Decline request/ }).click();
    await expect(request.getByRole("alert")).toBeFocused();
    await expect(request.getByLabel("Reason")).toHaveValue("x".repeat(501));
    await expect(request.getByText("This is too long. Please shorten it.")).toBeVisible();
  });

  await test.step("declines", async () => {
    await request.getByLabel("Reason").fill("I am away that day.");
    await request.getByRole("button", { name: /^Decline request/ }).click();
    await expect(page.getByRole("status").filter({ hasText: `Declined: ${patient.name}` })).toBeFocused();
  });

  await test.step("the patient reads why", async () => {
    const theirs = await openAs(patient);
    await theirs.goto(`/patient/appointments/${id}`);
    await expect(theirs.getByText("Declined", { exact: true })).toBeVisible();
    await expect(theirs.getByRole("main")).toContainText("I am away that day.");
  });
});

test("a request that was withdrawn meanwhile cannot be confirmed", async ({ openAs, clinic, database }) => {
  const patient = await newPatient(database, "Berta");
  const id = await bookFor(clinic.url, patient, { ...wish, startsAt: await freeTime(clinic.url, wish) });
  const page = await openAs("doctor");
  await page.goto("/doctor");
  await expect(page.getByRole("article", { name: patient.name })).toBeVisible();
  const theirs = await openAs(patient);
  await theirs.goto(`/patient/appointments/${id}/cancel`);
  await theirs.getByRole("button", { name: "Yes, cancel it" }).click();
  await expect(theirs.getByText("The appointment is cancelled")).toBeVisible();

  await page.getByRole("button", { name: `Confirm : ${patient.name}` }).click();
  await expect(page.getByRole("alert").filter({ hasText: /Somebody changed this|no longer possible/ })).toBeFocused();
  const { rows } = await database.query("SELECT status FROM appointment WHERE id = $1", [id]);
  expect(rows).toEqual([{ status: "cancelled" }]);
});

test("without JavaScript requests are confirmed and declined too", async ({ openAs, clinic, database }) => {
  const patient = await newPatient(database, "Erna");
  await bookFor(clinic.url, patient, { ...wish, startsAt: await freeTime(clinic.url, wish) });
  const page = await openAs("doctor", { javaScriptEnabled: false });
  await page.goto("/doctor");
  await page.getByRole("button", { name: `Confirm : ${patient.name}` }).click();
  await expect(page.getByRole("status").filter({ hasText: `Confirmed: ${patient.name}` })).toBeVisible();
});
