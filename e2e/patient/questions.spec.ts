import { freeTime } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";

const service = "child-health-check";

for (const javaScriptEnabled of [true, false]) {
  test(`a service's questions are asked, checked in place and kept, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    openAs,
    clinic,
    database,
  }) => {
    const patient = await newPatient(database);
    const startsAt = await freeTime(clinic.url, { service });
    const page = await openAs(patient, { javaScriptEnabled });
    const age = page.getByLabel("How old is your child?");
    const worry = page.getByLabel("Is there anything that worries you?");

    await test.step("the check comes after the answers", async () => {
      await page.goto(`/book/check?${new URLSearchParams({ service, startsAt })}`);
      await expect(page.getByRole("heading", { name: "A few questions before your visit" })).toBeVisible();
      await expect(page.getByText("Please answer the questions first.")).toBeVisible();
    });

    await test.step("a missing answer is told at its field, and nothing typed is lost", async () => {
      await worry.fill("She sleeps badly.");
      await page.locator("form").evaluateAll((forms: HTMLFormElement[]) => {
        for (const one of forms) one.noValidate = true;
      });
      await page.getByRole("button", { name: "Continue to the check" }).click();
      await expect(page.getByText("Please fill this in.")).toBeVisible();
      await expect(age).toHaveAttribute("aria-invalid", "true");
      await expect(worry).toHaveValue("She sleeps badly.");
    });

    await test.step("the answers stand on the check, and back keeps them", async () => {
      await age.fill("Four and a half");
      await page.getByRole("button", { name: "Continue to the check" }).click();
      await expect(page.getByRole("heading", { name: "Is everything right?" })).toBeVisible();
      await expect(page.getByText("Four and a half")).toBeVisible();
      await page.getByRole("link", { name: "Change your answers" }).click();
      await expect(age).toHaveValue("Four and a half");
      await page.getByRole("button", { name: "Continue to the check" }).click();
    });

    await page.getByRole("button", { name: /^(Request|Book) this appointment$/ }).click();
    await expect(page).toHaveURL(/\/book\/done\//);
    const { rows } = await database.query(
      "SELECT answers FROM appointment WHERE patient_id = $1 AND status IN ('pending', 'confirmed')",
      [patient.id],
    );
    expect(rows).toEqual([
      {
        answers: [
          expect.objectContaining({ questionId: "age", answer: "Four and a half" }),
          expect.objectContaining({ questionId: "worry", answer: "She sleeps badly." }),
        ],
      },
    ]);
  });
}
