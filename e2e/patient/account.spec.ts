import { readFile } from "node:fs/promises";
import { bookFor, freeTime } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient, setPassword } from "../people.ts";

const password = "two calm lighthouses";
const wish = { service: "gp-consultation", doctor: "priya-raman" };

test("somebody changes their account, signs another device out, takes their data along and deletes it all", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const patient = await newPatient(database, "Quillfeather");
  await setPassword(database, patient, password);
  const id = await bookFor(clinic.url, patient, { ...wish, startsAt: await freeTime(clinic.url, wish) });
  const [laptop, phone] = [await openAs("visitor"), await openAs("visitor")];
  for (const page of [phone, laptop]) {
    await page.goto("/sign-in?next=/account");
    await page.getByLabel("E-mail address").fill(patient.email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Your account" })).toBeVisible();
  }

  await test.step("without a connection nothing that was typed is lost", async () => {
    await laptop.getByLabel("Phone").fill("+44 7700 900321");
    await laptop.context().setOffline(true);
    const note = laptop.getByRole("status").filter({ hasText: "You are offline." });
    await laptop.getByRole("button", { name: "Save", exact: true }).click();
    await expect(note).toBeFocused();
    await expect(laptop.getByLabel("Phone")).toHaveValue("+44 7700 900321");
    await laptop.context().setOffline(false);
    await expect(laptop.getByText("You are offline.")).toHaveCount(0);
    await laptop.getByRole("button", { name: "Save", exact: true }).click();
    await expect(laptop.getByText("Saved.")).toBeVisible();
  });

  await test.step("ends the session on the other device", async () => {
    const devices = laptop.getByRole("region", { name: "Devices" });
    await expect(devices.getByRole("listitem")).toHaveCount(2);
    await expect(devices.getByRole("listitem").first()).toContainText("this device");
    await devices.getByRole("button", { name: /^Sign out: Chrome on/ }).click();
    await expect(laptop.getByText("That device is signed out.")).toBeVisible();
    await expect(devices.getByRole("listitem")).toHaveCount(1);
    await phone.goto("/patient");
    await expect(phone).toHaveURL(/\/sign-in\?next=%2Fpatient$/);
    await expectAccessible(laptop);
    await keepScreenshot("account", laptop);
  });

  await test.step("takes the data along", async () => {
    const downloading = laptop.waitForEvent("download");
    await laptop.getByRole("button", { name: "Download my data" }).click();
    const data = JSON.parse(await readFile(await (await downloading).path(), "utf8"));
    expect(data).toMatchObject({
      account: { email: patient.email, phone: "+44 7700 900321" },
      appointments: [{ id, service: "GP consultation" }],
    });
  });

  await test.step("reads what would happen; a wrong password changes nothing", async () => {
    await laptop.getByRole("link", { name: "Delete my account…" }).click();
    await expect(laptop.getByRole("heading", { level: 1, name: "Delete your account" })).toBeVisible();
    await expect(laptop.getByRole("region", { name: "What is called off" })).toContainText("GP consultation");
    await expectAccessible(laptop);
    await keepScreenshot("account-delete", laptop);
    await laptop.getByLabel("Password", { exact: true }).fill("not this one");
    await laptop.getByLabel(/^I have read/).check();
    await laptop.getByRole("button", { name: "Delete my account for good" }).click();
    await expect(laptop.getByText("This is not the password.")).toBeVisible();
  });

  await test.step("deletes it: the place is free, and nobody can sign in", async () => {
    await laptop.getByLabel("Password", { exact: true }).fill(password);
    await laptop.getByLabel(/^I have read/).check();
    await laptop.getByRole("button", { name: "Delete my account for good" }).click();
    await expect(laptop.getByText("Your account is deleted")).toBeVisible();
    const { rows } = await database.query("SELECT status FROM appointment WHERE id = $1", [id]);
    expect(rows).toEqual([{ status: "cancelled" }]);
    const left = await database.query("SELECT FROM app_user WHERE email = $1 OR name = $2", [
      patient.email,
      patient.name,
    ]);
    expect(left.rowCount).toBe(0);
    await laptop.goto("/patient");
    await expect(laptop).toHaveURL(/\/sign-in/);
  });
});
