import { whileAway } from "../away.ts";
import { bookFor, freeTime, freeTimes } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";
import { pressLabelOf } from "../presses.ts";
import { wordsOf } from "../words.ts";

test("the front desk books a walk-in from the board, urgent, and notes it for the team", async ({
  openAs,
  clinic,
  expectAccessible,
}) => {
  const startsAt = await freeTime(clinic.url, { service: "gp-consultation" });
  const { date, time } = wordsOf(startsAt);
  const page = await openAs("staff");

  await test.step("goes from the slot to somebody without an account", async () => {
    await page.goto(`/staff/${date}`);
    await page.locator(`#t-${startsAt}`).getByRole("link", { name: "Book" }).click();
    await pressLabelOf(page.getByRole("radio", { name: "Somebody without an account" }));
    await page.getByRole("button", { name: "Choose a time" }).click();
    await expect(page.getByText("Please choose a service.")).toBeVisible();
    await expect(page.getByRole("radio", { name: "Somebody without an account" })).toBeChecked();
    await page.getByLabel("Service").selectOption("gp-consultation");
    await page.getByRole("button", { name: "Choose a time" }).click();
    await expect(page.getByRole("radio", { name: new RegExp(`, ${time}, `) }).first()).toBeChecked();
    await expectAccessible(page);
  });

  await test.step("types who comes; a bad address keeps everything", async () => {
    await page.getByLabel("Name", { exact: true }).fill("Wilma Walkin");
    await page.getByLabel("E-mail address").fill("wilma@nowhere");
    await page.getByLabel("Urgent").check();
    await page.getByRole("button", { name: "Book and confirm" }).click();
    await expect(page.getByText("This does not look like an e-mail address.")).toBeVisible();
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Wilma Walkin");
    await expect(page.getByLabel("Urgent")).toBeChecked();
    await expect(page.getByRole("radio", { name: new RegExp(`, ${time}, `) }).first()).toBeChecked();
    await page.getByLabel("E-mail address").fill("");
    await page.getByRole("button", { name: "Book and confirm" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Wilma Walkin" })).toBeVisible();
    await expect(page.getByText("There is no e-mail address, so please tell the patient yourself.")).toBeVisible();
  });

  await test.step("keeps a note for the team", async () => {
    const team = page.getByRole("region", { name: "For the team" });
    await team.getByLabel("Internal note").fill("Brings a dog.");
    await team.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeFocused();
    await page.reload();
    await expect(team.getByLabel("Internal note")).toHaveValue("Brings a dog.");
    await expect(team.getByLabel("Urgent")).toBeChecked();
    await expectAccessible(page);
  });

  await test.step("finds it on the board", async () => {
    await page.goto(`/staff/${date}`);
    await expect(
      page.locator(`#t-${startsAt}`).getByRole("listitem").filter({ hasText: "Wilma Walkin" }),
    ).toContainText("Urgent");
  });
});

test("the front desk books for a known patient; a time taken meanwhile is refused in place with other times", async ({
  openAs,
  clinic,
  database,
}) => {
  const wish = { service: "gp-consultation", doctor: "priya-raman" };
  const [known, faster] = [await newPatient(database, "Rosa"), await newPatient(database)];
  const page = await openAs("staff");
  await page.goto("/staff/book");

  await test.step("finds somebody new here by the whole address alone", async () => {
    await page.getByLabel("Find a patient").fill(known.name.slice(5));
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "Nobody was found" })).toBeVisible();
    await page.getByLabel("Find a patient").fill(known.email);
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("radio", { name: known.name })).toBeChecked();
  });

  await test.step("loses the time to somebody else", async () => {
    await page.getByLabel("Service").selectOption(wish.service);
    await page.getByLabel("Doctor").selectOption(wish.doctor);
    await page.getByRole("button", { name: "Choose a time" }).click();
    await expect(page.getByText(`GP consultation for ${known.name}.`)).toBeVisible();
    await expect(page.getByText("Next free:")).toBeVisible();
    const startsAt = await freeTime(clinic.url, wish);
    await page.getByLabel("First day").fill(wordsOf(startsAt).date);
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await pressLabelOf(page.locator(`input[name=startsAt][value="${startsAt}"]`));
    await page.getByLabel("What the patient says").fill("Cough for a week.");
    await bookFor(clinic.url, faster, { ...wish, startsAt });
    await page.getByRole("button", { name: "Book and confirm" }).click();
    await expect(page.getByText("The doctor has just been booked for that time")).toBeVisible();
    await expect(page.getByLabel("What the patient says")).toHaveValue("Cough for a week.");
  });

  await test.step("takes one of the others by one press", async () => {
    await page
      .getByRole("button", { name: /^\w{3} \d+ \w{3}, \d\d:\d\d/ })
      .first()
      .click();
    await expect(page.getByRole("heading", { level: 1, name: known.name })).toBeVisible();
    await expect(page.getByText("The patient gets an e-mail with all of this.")).toBeVisible();
    await expect(page.getByText("Cough for a week.")).toBeVisible();
  });
});

test("where whoever was asked for has no other time, one press books it with somebody else, by name", async ({
  openAs,
  clinic,
  database,
}) => {
  const wish = { service: "gp-consultation", doctor: "priya-raman" };
  const startsAt = await freeTime(clinic.url, wish);
  const [known, faster] = [await newPatient(database, "Ruben"), await newPatient(database)];
  const page = await openAs("staff");
  await page.goto(
    `/staff/book/time?person=walk-in&service=${wish.service}&doctor=${wish.doctor}&day=${wordsOf(startsAt).date}`,
  );
  await pressLabelOf(page.locator(`input[name=startsAt][value="${startsAt}"]`));
  await page.getByLabel("Name").fill(known.name);
  await bookFor(clinic.url, faster, { ...wish, startsAt });
  await whileAway(database, { ...wish, startsAt }, async () => {
    await page.getByRole("button", { name: "Book and confirm" }).click();
    const other = page.getByRole("alert").getByRole("button", { name: / · / }).first();
    const [, doctor = ""] = ((await other.textContent()) ?? "").split(" · ");
    expect(doctor).not.toContain("Priya");
    await other.click();
    await expect(page.getByRole("heading", { level: 1, name: known.name })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(doctor);
  });
});

test("somebody who missed too many is asked to call, until the front desk does not count one", async ({
  openAs,
  clinic,
  samples,
}) => {
  const { people, missedId } = samples;
  const times = await freeTimes(clinic.url, { service: "blood-test" });
  // Far from the appointment that the patient has already.
  const wish = { service: "blood-test", startsAt: times.at(-1) ?? "" };
  const admin = await openAs("admin");
  await admin.goto("/admin/settings");
  await admin.getByLabel("Missed appointments").fill("1");
  await admin.getByRole("button", { name: "Save the settings" }).click();
  await expect(admin.getByText("The settings are saved.")).toBeVisible();

  await expect(bookFor(clinic.url, people.patient, wish)).rejects.toThrow("Please call us to book this time");
  const page = await openAs("staff");
  await page.goto(`/staff/appointments/${missedId}`);
  await expect(page.getByText("1 counts within the last year and the limit is 1")).toBeVisible();
  await page.getByRole("button", { name: /^Don’t count/ }).click();
  await expect(page.getByText("Saved. It holds from now on.")).toBeVisible();
  await expect(page.getByText("not counted")).toBeVisible();
  await bookFor(clinic.url, people.patient, wish);

  await admin.getByLabel("Missed appointments").fill("");
  await admin.getByRole("button", { name: "Save the settings" }).click();
  await expect(admin.getByText("The settings are saved.")).toBeVisible();
});
