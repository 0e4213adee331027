import { freeTime } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient, setPassword } from "../people.ts";
import { pressLabelOf } from "../presses.ts";
import { wordsOf } from "../words.ts";

test("a patient books a free time end to end and sees it as requested", async ({
  page,
  clinic,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const patient = await newPatient(database, "Iris");
  await setPassword(database, patient, "three quiet otters");
  const startsAt = await freeTime(clinic.url, { service: "gp-consultation" });
  const { day, time } = wordsOf(startsAt);

  await test.step("says what for", async () => {
    await page.goto("/");
    await page.getByRole("main").getByRole("link", { name: "Book an appointment" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Book an appointment" })).toBeVisible();
    await expect(page.getByRole("region", { name: "The next seven days" }).getByRole("listitem")).toHaveCount(7);
    await page.getByRole("region", { name: "What would you like to come for?" }).getByText("GP consultation").click();
  });

  await test.step("chooses a time", async () => {
    await expect(page.getByRole("heading", { name: "When would you like to come?" })).toBeVisible();
    const radio = page.getByRole("radio", { name: `${day}, ${time}, ` });
    await expect(radio).toHaveAccessibleName(/, (Dr .+|any doctor), 20 minutes$/);
    await pressLabelOf(radio);
    await page.getByRole("button", { name: "Continue with this time" }).click();
    await expect(page.getByText(/^Kept for you until \d\d:\d\d/)).toBeVisible();
  });

  await test.step("writes a note", async () => {
    await page.getByRole("textbox", { name: "Your note" }).fill("Since last week,\nmostly at night.");
    await page.getByRole("button", { name: "Continue to the check" }).click();
    await expect(page.getByRole("heading", { name: "Is everything right?" })).toBeVisible();
  });

  await test.step("signs in on the way and finds everything kept", async () => {
    await page.getByRole("link", { name: "Sign in to book" }).click();
    // The check asks guests for their address as well.
    await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
    await page.getByLabel("E-mail address").fill(patient.email);
    await page.getByLabel("Password", { exact: true }).fill("three quiet otters");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Is everything right?" })).toBeVisible();
    await expect(page.getByText("mostly at night.")).toBeVisible();
    await expect(page.getByText(/^Kept for you until/)).toBeVisible();
    await expect(page.getByRole("main").getByText(patient.name)).toBeVisible();
    await expect(page.getByText(day)).toBeVisible();
  });

  await test.step("goes back and finds the answers kept", async () => {
    await page.getByRole("link", { name: "Back", exact: true }).click();
    await expect(page.getByRole("textbox", { name: "Your note" })).toHaveValue("Since last week,\nmostly at night.");
    await page.getByRole("button", { name: "Back to the times" }).click();
    await expect(page.getByRole("radio", { name: `${day}, ${time}, ` })).toBeChecked();
    await page.getByRole("button", { name: "Continue with this time" }).click();
    await page.getByRole("button", { name: "Continue to the check" }).click();
  });

  await test.step("requests it and is told that it is not confirmed yet", async () => {
    await page.getByRole("button", { name: "Request this appointment" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Requested, not yet confirmed" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText(`${day}${time}`);
    await expectAccessible(page);
    await keepScreenshot("booked", page);
  });

  await test.step("finds it among the appointments", async () => {
    await page.getByRole("link", { name: "My appointments" }).click();
    const appointment = page.getByRole("article", { name: `GP consultation` });
    await expect(appointment).toContainText("Requested");
    await expect(appointment).toContainText(time);
  });

  const { rows } = await database.query("SELECT notes, status FROM appointment WHERE patient_id = $1", [patient.id]);
  expect(rows).toEqual([{ notes: "Since last week,\nmostly at night.", status: "pending" }]);
});

test("a service without confirmation is confirmed at once", async ({ openAs, clinic, database }) => {
  const patient = await newPatient(database);
  const startsAt = await freeTime(clinic.url, { service: "blood-test" });
  const page = await openAs(patient);
  await page.goto(`/book/check?service=blood-test&startsAt=${startsAt}`);
  await page.getByRole("button", { name: "Book this appointment" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Your appointment is confirmed" })).toBeVisible();
});
