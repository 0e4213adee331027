import { bookFor, freeTime, freeTimes } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { linkInMailLog } from "../mail-log.ts";
import { newPatient } from "../people.ts";
import { pressLabelOf } from "../presses.ts";
import { wordsOf } from "../words.ts";

const wish = { service: "gp-consultation", doctor: "priya-raman" };

test("a patient moves an appointment: the old time stays until the new one is theirs", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const patient = await newPatient(database);
  const startsAt = await freeTime(clinic.url, wish);
  const id = await bookFor(clinic.url, patient, { ...wish, startsAt });
  const old = wordsOf(startsAt);
  const free = await freeTimes(clinic.url, { ...wish, day: old.date });
  const target = free.at(-2) as string;
  const wanted = wordsOf(target);
  const page = await openAs(patient);

  await test.step("finds the way from the list", async () => {
    await page.goto("/patient");
    await page.getByRole("article").getByRole("link", { name: /^Move/ }).click();
    await expect(page.getByRole("heading", { name: "Choose another time" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(`is on ${old.day} at ${old.time}`);
    await keepScreenshot("move-times", page);
    await expectAccessible(page);
  });

  await test.step("is asked for a time when none is chosen", async () => {
    await page.goto(`/patient/appointments/${id}/move?missing=1`);
    await expect(page.getByText("Please choose one of the times.")).toBeVisible();
  });

  await test.step("chooses one and sees both side by side", async () => {
    await page.goto(`/patient/appointments/${id}/move?day=${old.date}`);
    await pressLabelOf(page.getByRole("radio", { name: `${wanted.day}, ${wanted.time}, ` }));
    await page.getByRole("button", { name: "Continue" }).click();
    await expect(page.getByRole("heading", { name: "Change the time?" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(`So far${old.day}${old.time}`);
    await expect(page.getByRole("main")).toContainText(`From now on${wanted.day}${wanted.time}`);
    await keepScreenshot("move-check", page);
    await expectAccessible(page);
  });

  await test.step("moves it", async () => {
    await page.getByRole("button", { name: "Yes, move it" }).click();
    await expect(page.getByText("The appointment has moved")).toBeVisible();
    await expect(page.getByText("Requested", { exact: true })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(wanted.day);
  });

  const now = await freeTimes(clinic.url, { ...wish, day: old.date });
  expect(now).toContain(startsAt);
  expect(now).not.toContain(target);
  const { rows } = await database.query(
    `SELECT kind, status::text FROM message WHERE appointment_id = $1 AND recipient = $2
     ORDER BY appointment_version DESC LIMIT 1`,
    [id, patient.email],
  );
  expect(rows).toEqual([{ kind: "appointment_moved", status: expect.stringMatching(/queued|sending|sent/) }]);
});

test("a time that is gone by the time it is sent: others are offered, and one press takes the next", async ({
  openAs,
  clinic,
  database,
}) => {
  const [patient, rival] = [await newPatient(database), await newPatient(database)];
  const id = await bookFor(clinic.url, patient, { ...wish, startsAt: await freeTime(clinic.url, wish) });
  const target = await freeTime(clinic.url, wish);
  const page = await openAs(patient);
  await page.goto(`/patient/appointments/${id}/move?startsAt=${target}`);
  await bookFor(clinic.url, rival, { ...wish, startsAt: target });
  await page.getByRole("button", { name: "Yes, move it" }).click();
  const refused = page.getByRole("alert").filter({ hasText: "The doctor has just been booked for that time" });
  await expect(refused).toBeFocused();
  await refused.getByRole("link").first().click();
  await expect(refused).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Change the time?" })).toBeVisible();
  await page.getByRole("button", { name: "Yes, move it" }).click();
  await expect(page.getByText("The appointment has moved")).toBeVisible();
});

test("after the deadline the page says whom to call", async ({ openAs, clinic, database }) => {
  const patient = await newPatient(database);
  const id = await bookFor(clinic.url, patient, { ...wish, startsAt: await freeTime(clinic.url, wish) });
  const page = await openAs(patient);
  const target = await freeTime(clinic.url, wish);
  await page.goto(`/patient/appointments/${id}/move?startsAt=${target}`);
  await database.query("UPDATE clinic SET cancel_notice_hours = 720");
  try {
    await page.getByRole("button", { name: "Yes, move it" }).click();
    await expect(page.getByRole("alert").filter({ hasText: "It is too late to move it online" })).toBeFocused();
    await page.reload();
    await expect(page.getByText("This can no longer be moved")).toBeVisible();
    await expect(page.getByRole("main").getByRole("link", { name: /020 7946 0217/ })).toBeVisible();
  } finally {
    await database.query("UPDATE clinic SET cancel_notice_hours = 24");
  }
});

test("without JavaScript an appointment is moved too", async ({ openAs, clinic, database }) => {
  const patient = await newPatient(database);
  const startsAt = await freeTime(clinic.url, wish);
  const id = await bookFor(clinic.url, patient, { ...wish, startsAt });
  const page = await openAs(patient, { javaScriptEnabled: false });
  await page.goto(`/patient/appointments/${id}/move`);
  await page.getByRole("navigation").getByRole("link", { name: "Any doctor" }).click();
  await pressLabelOf(page.getByRole("radio").last());
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Yes, move it" }).click();
  await expect(page.getByText("The appointment has moved")).toBeVisible();
  const { rows } = await database.query("SELECT starts_at FROM appointment WHERE id = $1", [id]);
  expect(rows[0].starts_at.getTime()).not.toBe(Number(startsAt));
});

test("a guest moves it by the link in the mail, and hears of it with a link again", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
}, info) => {
  const email = `mo-${info.project.name}@example.test`;
  const page = await openAs("visitor");
  const startsAt = await freeTime(clinic.url, wish);
  await page.goto(`/book/check?${new URLSearchParams({ ...wish, startsAt })}`);
  await page.getByLabel("Your name").fill("Mo Guest");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Phone").fill("+44 7700 900789");
  await page.getByRole("button", { name: "Request this appointment" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Requested, not yet confirmed" })).toBeVisible();
  const admin = await openAs("admin");
  await page.goto(await linkInMailLog(admin, email, /^Requested, not yet confirmed: /));
  await page.getByRole("link", { name: /^Move|another time/ }).click();
  await expect(page.getByRole("heading", { name: "Choose another time" })).toBeVisible();
  await expectAccessible(page);
  await pressLabelOf(page.getByRole("radio").last());
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("button", { name: "Yes, move it" }).click();
  await expect(page.getByText("The appointment has moved")).toBeVisible();
  const { rows } = await database.query(
    `SELECT a.starts_at, m.payload ? 'token' AS "hasLink" FROM appointment a JOIN message m ON m.appointment_id = a.id
       AND m.appointment_version = a.version AND m.kind = 'appointment_moved' WHERE contact_email = $1`,
    [email],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0].starts_at.getTime()).not.toBe(Number(startsAt));
  expect(rows[0].hasLink).toBe(true);
});
