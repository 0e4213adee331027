import { bookFor, freeTime, freeTimes } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";
import { pressAndSaveAnyway, pressLabelOf } from "../presses.ts";
import { wordsOf } from "../words.ts";

/** The first Saturday that is at least a week ahead. */
function aSaturday(): string {
  const day = new Date(Date.now() + 7 * 24 * 3_600_000);
  day.setUTCDate(day.getUTCDate() + ((6 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
}

test("an admin changes the hours, and the slots follow", async ({ page, signInAs, openAs, expectAccessible }) => {
  const saturday = aSaturday();

  await test.step("signs in and sees how the practice stands", async () => {
    await signInAs("admin", page);
    await expect(page.getByRole("heading", { level: 1, name: "How the practice stands" })).toBeVisible();
  });

  await test.step("opens Saturday afternoon", async () => {
    await page.goto("/admin/hours");
    await page.getByRole("button", { name: /^Add a shift.*Saturday/ }).click();
    await expect(page.getByLabel("Saturday, shift 2: opens")).toBeFocused();
    await page.getByLabel("Saturday, shift 2: opens").fill("13:00");
    await page.getByLabel("Saturday, shift 2: closes").fill("15:00");
    await page.getByRole("button", { name: "Save the week" }).click();
    await expect(
      page.getByRole("status").filter({ hasText: /The week is saved\. \d+ slots were added\./ }),
    ).toBeFocused();
    await expectAccessible(page);
  });

  await test.step("its slots are there, and generating or matching them again changes nothing", async () => {
    await page.goto(`/admin/slots/generate?from=${saturday}`);
    await page.getByLabel("Last day").fill(saturday);
    await page.getByRole("button", { name: "Generate slots" }).click();
    const answer = "No new slot was needed. 15 were there already.";
    await expect(page.getByRole("status").filter({ hasText: answer })).toBeFocused();
    await page.goto(`/admin/slots/regenerate?date=${saturday}`);
    await expect(page.getByLabel("Last day")).toHaveValue(saturday);
    await page.getByRole("button", { name: "Match slots to the hours" }).click();
    await expect(page.getByRole("status").filter({ hasText: "No slot had to change." })).toBeFocused();
    await expectAccessible(page);
  });

  await test.step("patients and the front desk see the new hours", async () => {
    const visitor = await openAs("visitor");
    await visitor.goto("/");
    await expect(visitor.getByRole("region", { name: "Opening hours this week" })).toContainText("13:00–15:00");
    const board = await openAs("staff");
    await board.goto(`/staff/${saturday}`);
    await expect(board.getByRole("heading", { name: /^14:40/ })).toBeVisible();
  });
});

test("an admin changes a slot's places, closes one, and limits the day", async ({ openAs, clinic, database }) => {
  const service = "video-consultation";
  const startsAt = await freeTime(clinic.url, { service });
  const { date, time } = wordsOf(startsAt);
  const page = await openAs("admin");
  await page.goto(`/admin/slots?date=${date}`);

  await test.step("gives the slot nine places", async () => {
    await page.getByLabel(`Places at ${time}`).fill("9");
    await page.getByRole("button", { name: "Save this day" }).click();
    await expect(page.getByRole("status").filter({ hasText: "One slot is saved." })).toBeFocused();
    await expect(page.getByLabel(`Places at ${time}`)).toHaveValue("9");
    const visitor = await openAs("visitor");
    await visitor.goto(`/book/time?service=${service}&day=${date}`);
    const radio = visitor.getByRole("radio", { name: new RegExp(`, ${time}, `) }).first();
    const { rows } = await database.query<{ left: number }>(
      `SELECT least(s.capacity - s.booked, d.capacity - d.booked) AS left FROM time_slot s
         JOIN clinic_day d ON d.clinic_id = s.clinic_id AND d.local_date = s.local_date
       WHERE s.capacity = 9 AND s.starts_at = to_timestamp($1::float8 / 1000)`,
      [startsAt],
    );
    await expect(radio).toHaveAccessibleDescription(`${rows[0]?.left} left`);
  });

  await test.step("closes it, and nobody can book it", async () => {
    // The answer to the places goes with the reload.
    await page.reload();
    await page.getByLabel(`Open for booking at ${time}`).uncheck();
    const saved = page.getByRole("status").filter({ hasText: "One slot is saved." });
    await pressAndSaveAnyway(page, page.getByRole("button", { name: "Save this day" }), saved);
    await expect(saved).toBeFocused();
    expect(await freeTimes(clinic.url, { service, day: date })).not.toContain(startsAt);
  });

  await test.step("opens it again and limits the day to what is booked", async () => {
    await page.getByLabel(`Open for booking at ${time}`).check();
    await page.getByRole("button", { name: "Save this day" }).click();
    await expect(page.getByRole("status").filter({ hasText: "One slot is saved." })).toBeFocused();
    expect(await freeTimes(clinic.url, { service, day: date })).toContain(startsAt);
    await page.getByLabel("At most this many appointments").fill("1");
    const limited = page.getByRole("status").filter({ hasText: "The day takes at most 1 appointment now." });
    await pressAndSaveAnyway(page, page.getByRole("button", { name: "Save the limit" }), limited);
    await expect(limited).toBeFocused();
    expect(await freeTimes(clinic.url, { service, day: date })).not.toContain(startsAt);
    await page.getByLabel("At most this many appointments").fill("36");
    await page.getByRole("button", { name: "Save the limit" }).click();
    await expect(page.getByRole("status").filter({ hasText: "at most 36 appointments now" })).toBeFocused();
  });

  await test.step("a booked slot cannot be deleted, a free one can, and comes back", async () => {
    await bookFor(clinic.url, await newPatient(database), { service, startsAt });
    await page.reload();
    await expect(page.getByRole("button", { name: `Delete ${time}` })).toHaveCount(0);
    const free = page.getByRole("button", { name: /^Delete / }).last();
    const [, freeOne = ""] = /(\d\d:\d\d)/.exec((await free.getAttribute("aria-label")) ?? "") ?? [];
    await free.click();
    await expect(page.getByRole("status").filter({ hasText: "The slot is deleted." })).toBeFocused();
    await expect(page.getByLabel(`Places at ${freeOne}`)).toHaveCount(0);
    await page.goto(`/admin/slots/generate?from=${date}`);
    await page.getByLabel("Last day").fill(date);
    await page.getByRole("button", { name: "Generate slots" }).click();
    await expect(page.getByRole("status").filter({ hasText: "One slot was created." })).toBeFocused();
  });
});

test("an admin adds a service, and a patient books it", async ({ openAs, clinic, database }, info) => {
  const name = `Travel vaccination ${info.project.name}`;
  const page = await openAs("admin");

  await test.step("adds it", async () => {
    await page.goto("/admin/services");
    await page.getByRole("link", { name: "Add a service" }).click();
    await page.getByLabel("Name").fill(name);
    await page.getByLabel("Description").fill("Bring your vaccination card.");
    await page.getByLabel("Price in GBP").fill("42.50");
    await page.getByLabel("Length in minutes").fill("20");
    await page.getByRole("checkbox", { name: "The doctor confirms each booking" }).uncheck();
    await pressLabelOf(page.getByRole("checkbox", { name: "Dr Amara Okafor" }));
    await pressLabelOf(page.getByRole("checkbox", { name: "Dr Priya Raman" }));
    await page.getByRole("button", { name: "Add the service" }).click();
    await expect(page.getByText("The service is added.")).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  });

  await test.step("a patient finds and books it", async () => {
    const patient = await openAs(await newPatient(database));
    await patient.goto("/services");
    await patient.getByRole("main").getByText(name).click();
    await expect(patient.getByRole("main")).toContainText("£42.50");
    await patient.getByRole("link", { name: "Choose a time" }).click();
    await pressLabelOf(patient.getByRole("radio").last());
    await patient.getByRole("button", { name: "Continue with this time" }).click();
    await patient.getByRole("button", { name: "Continue to the check" }).click();
    await patient.getByRole("button", { name: "Book this appointment" }).click();
    await expect(patient.getByRole("heading", { name: "Your appointment is confirmed" })).toBeVisible();
  });

  await test.step("takes it off the list again", async () => {
    await page.getByRole("checkbox", { name: "On offer" }).uncheck();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeFocused();
    expect(await (await fetch(`${clinic.url}/services`)).text()).not.toContain(name);
  });
});

test("an admin gives a role, which opens its workspace, and takes it away, which closes it at once", async ({
  openAs,
  database,
}) => {
  const person = await newPatient(database, "Hugo");
  const page = await openAs("admin");
  await page.goto(`/admin/people?q=${encodeURIComponent(person.email)}`);
  await page.getByLabel("Name or e-mail").fill(person.email);
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("link", { name: person.name }).click();
  await page.getByRole("button", { name: `Give to ${person.name}: Front desk` }).click();
  await expect(page.getByRole("status").filter({ hasText: "Given: Front desk." })).toBeFocused();

  const { rows } = await database.query<{ session_epoch: number }>("SELECT session_epoch FROM app_user WHERE id = $1", [
    person.id,
  ]);
  expect(rows[0]?.session_epoch).toBe(1);
  const before = await openAs(person);
  await before.goto("/staff");
  await expect(before).toHaveURL(/\/sign-in/);

  await page.getByRole("button", { name: `Take away from ${person.name}: Front desk` }).click();
  await expect(page.getByRole("status").filter({ hasText: "Taken away: Front desk." })).toBeFocused();
});
