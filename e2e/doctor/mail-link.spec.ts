import { bookFor, freeTime } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { linkInMailLog } from "../mail-log.ts";
import { newPatient } from "../people.ts";
import { wordsOf } from "../words.ts";

const wish = { service: "gp-consultation", doctor: "amara-okafor" };
const doctorsAddress = "doctor@demo.slotwell.test";

for (const javaScriptEnabled of [true, false]) {
  test(`a doctor answers by the mail's link without signing in, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    openAs,
    clinic,
    database,
    expectAccessible,
    keepScreenshot,
  }) => {
    const patient = await newPatient(database);
    const startsAt = await freeTime(clinic.url, wish);
    const { time } = wordsOf(startsAt);
    await bookFor(clinic.url, patient, { ...wish, startsAt });
    const status = async () => {
      const { rows } = await database.query<{ id: string; status: string }>(
        "SELECT id, status FROM appointment WHERE patient_id = (SELECT id FROM app_user WHERE email = $1)",
        [patient.email],
      );
      return rows[0]?.status;
    };
    const link = await linkInMailLog(await openAs("admin"), doctorsAddress, new RegExp(`^New request: .*${time}`));
    const page = await openAs("visitor", { javaScriptEnabled });

    await test.step("sees the request, which changes nothing and leaves no token in the address", async () => {
      await page.goto(link);
      await expect(page).toHaveURL(/\/request$/);
      await expect(page.getByRole("heading", { level: 1, name: "A patient asks for a time" })).toBeVisible();
      await expect(page.getByRole("main")).toContainText(patient.name);
      await expect(page.getByRole("main")).toContainText(time);
      expect(await status()).toBe("pending");
      if (javaScriptEnabled) await expectAccessible(page);
      await keepScreenshot("doctor-request", page);
    });

    await test.step("answers with one press", async () => {
      if (javaScriptEnabled) await page.getByRole("button", { name: "Confirm" }).click();
      else {
        await page.getByLabel("Why not?").fill("Away that day.");
        await page.getByRole("button", { name: "Decline" }).click();
      }
      await expect(page.getByRole("heading", { level: 1, name: "This request has been answered" })).toBeVisible();
      await expect(page.getByRole("button", { name: "Confirm" })).toHaveCount(0);
      expect(await status()).toBe(javaScriptEnabled ? "confirmed" : "rejected");
    });

    await test.step("and is not signed in by it", async () => {
      await page.goto("/doctor");
      await expect(page).toHaveURL(/\/sign-in/);
      const stranger = await openAs("visitor");
      await stranger.goto("/request");
      await expect(stranger.getByRole("heading", { name: "This link does not open a request" })).toBeVisible();
    });
  });
}

test("a patient with an account cancels by the mail's link without signing in", async ({
  openAs,
  clinic,
  database,
}) => {
  const patient = await newPatient(database);
  const startsAt = await freeTime(clinic.url, wish);
  await bookFor(clinic.url, patient, { ...wish, startsAt });
  const link = await linkInMailLog(await openAs("admin"), patient.email, /^Requested, not yet confirmed: /);
  const page = await openAs("visitor");
  await page.goto(`${link}&to=cancel`);
  await expect(page).toHaveURL(/\/appointment\/cancel$/);
  await page.getByRole("button", { name: "Yes, cancel it" }).click();
  await expect(page.getByText("The appointment is cancelled")).toBeVisible();
  await page.goto(`${link}&to=//elsewhere.example`);
  await expect(page).toHaveURL(/\/appointment$/);
  await page.goto("/patient");
  await expect(page).toHaveURL(/\/sign-in/);
});
