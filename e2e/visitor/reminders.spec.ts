import type pg from "pg";
import { bookFor, freeTime } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { linkInMailLog } from "../mail-log.ts";
import { newPatient } from "../people.ts";

const wish = { service: "gp-consultation", doctor: "priya-raman" };

async function unsubscribeToken(database: pg.Pool, recipient: string): Promise<string | undefined> {
  const { rows } = await database.query<{ token: string }>(
    "SELECT payload->>'unsubscribe' AS token FROM message WHERE kind = 'reminder' AND recipient = $1",
    [recipient],
  );
  return rows[0]?.token;
}

const optOuts = async (database: pg.Pool, email: string) =>
  (await database.query("SELECT FROM reminder_opt_out WHERE email = $1", [email])).rowCount;

test.describe.configure({ timeout: 240_000 });

test("the practice plans a reminder, it is sent, and its link ends them only by a press", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const patient = await newPatient(database);
  const startsAt = await freeTime(clinic.url, wish);
  await bookFor(clinic.url, patient, { ...wish, startsAt });
  // A reminder that is due within this minute, and only for what begins at that very time.
  const before = String(Math.floor((Number(startsAt) - Date.now()) / 60_000));
  const admin = await openAs("admin");

  await test.step("an administrator adds one; a wrong number is told in its place", async () => {
    await admin.goto("/admin/settings");
    const fourth = admin.getByLabel("4th reminder", { exact: true });
    await fourth.fill("31");
    await admin.getByRole("button", { name: "Save reminders" }).click();
    await expect(admin.getByText("This number is too large.")).toBeVisible();
    await expect(fourth).toHaveValue("31");
    await fourth.fill(before);
    await admin.getByLabel("Unit of the 4th reminder").selectOption("minutes");
    await admin.getByRole("button", { name: "Save reminders" }).click();
    await expect(admin.getByText("The reminders are saved.")).toBeVisible();
    const { rows } = await database.query("SELECT reminder_minutes AS plan FROM clinic");
    expect(rows[0]?.plan).toEqual([10_080, 1_440, 120, Number(before)].sort((a, b) => b - a));
    await expectAccessible(admin);
    await keepScreenshot("admin-reminders", admin);
  });

  let token = "";
  await test.step("and the next one is written", async () => {
    await expect
      .poll(async () => unsubscribeToken(database, patient.email), { timeout: 120_000, intervals: [2_000] })
      .toMatch(/^.{43}$/);
    token = (await unsubscribeToken(database, patient.email)) ?? "";
    expect(await linkInMailLog(admin, patient.email, /^Your appointment: .*Northgate Practice/)).toContain(
      "/open/appointment?token=",
    );
  });

  for (const javaScriptEnabled of [true, false]) {
    await test.step(`the link asks first, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
      const page = await openAs("visitor", { javaScriptEnabled });
      await page.goto(`/open/unsubscribe?token=${token}`);
      await expect(page).toHaveURL(/\/unsubscribe$/);
      await expect(page.getByRole("heading", { level: 1, name: "End reminders?" })).toBeVisible();
      await expect(page.getByRole("main")).toContainText(patient.email);
      expect(await optOuts(database, patient.email)).toBe(0);
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("button", { name: "End reminders" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "No more reminders" })).toBeVisible();
      expect(await optOuts(database, patient.email)).toBe(1);
      if (javaScriptEnabled) {
        await expectAccessible(page);
        await keepScreenshot("unsubscribed", page);
      }
      await page.getByRole("button", { name: "Remind me again" }).click();
      await expect(page.getByText("You are reminded again")).toBeVisible();
      expect(await optOuts(database, patient.email)).toBe(0);
    });
  }

  await test.step("a mail program ends them by one press, without cookies; nothing less does", async () => {
    const address = `${clinic.url}/open/unsubscribe?token=${token}`;
    const press = (body: string) => fetch(address, { method: "POST", body: new URLSearchParams(body) });
    expect((await press("List-Unsubscribe=No")).status).toBe(400);
    expect(await optOuts(database, patient.email)).toBe(0);
    expect((await press("List-Unsubscribe=One-Click")).status).toBe(200);
    expect(await optOuts(database, patient.email)).toBe(1);
    const elsewhere = `${clinic.url}/open/appointment?token=${token}`;
    expect((await fetch(elsewhere, { method: "POST", body: "List-Unsubscribe=One-Click" })).status).toBe(404);
  });

  for (const javaScriptEnabled of [true, false]) {
    await test.step(`the patient's account has them again, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async () => {
      const page = await openAs(patient, { javaScriptEnabled });
      await page.goto("/account");
      const day = page.getByRole("checkbox", { name: "1 day before" });
      await expect(day).toBeChecked({ checked: !javaScriptEnabled });
      await day.setChecked(javaScriptEnabled);
      await page.getByRole("button", { name: "Save reminders" }).click();
      const said = javaScriptEnabled ? "Your reminders are saved." : "You get no reminders any more.";
      await expect(page.getByText(said)).toBeVisible();
      await expect(day).toBeChecked({ checked: javaScriptEnabled });
      expect(await optOuts(database, patient.email)).toBe(0);
    });
  }

  await database.query("UPDATE clinic SET reminder_minutes = DEFAULT");
});
