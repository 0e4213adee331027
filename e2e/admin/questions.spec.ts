import { freeTime } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";
import { pressLabelOf } from "../presses.ts";

const service = "/admin/services/phone-consultation";

test("an admin writes the questions of a service, and a patient is asked them", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
}) => {
  const page = await openAs("admin");
  await page.goto(service);

  await test.step("adds two without losing what was typed, and orders them", async () => {
    await page.getByLabel("Name", { exact: true }).fill("Telephone consultation");
    await page.getByRole("button", { name: "Add a question" }).click();
    await expect(page.getByLabel("Question 1", { exact: true })).toBeFocused();
    await page.keyboard.type("When may we call back?");
    await page.getByLabel("Answer", { exact: true }).selectOption("choice");
    await page.getByLabel("Options").fill("Morning");
    await page.getByRole("button", { name: "Add a question" }).click();
    await expect(page.getByLabel("Question 2", { exact: true })).toBeFocused();
    await page.keyboard.type("Which number?");
    await page.getByRole("button", { name: "Move question 2 up" }).click();
    await expect(page.getByLabel("Question 1", { exact: true })).toHaveValue("Which number?");
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Telephone consultation");
  });

  await test.step("is told in place what is missing", async () => {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Please give at least two options, one on each line.")).toBeVisible();
    await page.getByLabel("Options").last().fill("Morning\nAfternoon");
    await page.getByLabel("Has to be answered").last().check();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Saved. New bookings follow it from now on.")).toBeVisible();
  });

  await test.step("a patient has to answer the one, and the doctor's side shows it", async () => {
    const patient = await newPatient(database);
    const visitor = await openAs(patient);
    const startsAt = await freeTime(clinic.url, { service: "phone-consultation" });
    await visitor.goto(`/book/several/check?service=phone-consultation&service=blood-test&startsAt=${startsAt}`);
    const asked = visitor.getByRole("group", { name: "When may we call back?" });
    await expect(asked.getByRole("radio")).toHaveCount(2);
    await pressLabelOf(asked.getByRole("radio", { name: "Afternoon" }));
    await expect(visitor.getByLabel("Which number?")).toBeVisible();
  });

  await test.step("takes them away again", async () => {
    await page.reload();
    for (const left of [1, 0]) {
      await page.getByRole("button", { name: "Remove question 1" }).click();
      await expect(page.getByLabel(/^Question \d$/)).toHaveCount(left);
    }
    await page.getByLabel("Name", { exact: true }).fill("Phone consultation");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Saved. New bookings follow it from now on.")).toBeVisible();
  });
});

test("without JavaScript the same buttons work", async ({ openAs }) => {
  const page = await openAs("admin", { javaScriptEnabled: false });
  await page.goto(service);
  await page.getByLabel("Description").fill("We call you.");
  await page.getByRole("button", { name: "Add a question" }).click();
  await expect(page.getByLabel("Description")).toHaveValue("We call you.");
  await page.getByLabel("Question 1", { exact: true }).fill("Which number?");
  await page.getByRole("button", { name: "Add a question" }).click();
  await expect(page.getByLabel("Question 1", { exact: true })).toHaveValue("Which number?");
  await page.getByRole("button", { name: "Remove question 2" }).click();
  await expect(page.getByLabel(/^Question \d$/)).toHaveCount(1);
});
