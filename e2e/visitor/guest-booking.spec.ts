import { freeTime, freeTimes } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { linkInMailLog } from "../mail-log.ts";
import { pressLabelOf } from "../presses.ts";
import { wordsOf } from "../words.ts";

const wish = { service: "gp-consultation", doctor: "priya-raman" };
const note = "On crutches, so please the room downstairs.";

for (const javaScriptEnabled of [true, false]) {
  test(`a guest books, opens the mailed link and cancels, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    openAs,
    clinic,
    database,
    expectAccessible,
    keepScreenshot,
  }, info) => {
    const email = `noor-${javaScriptEnabled}-${info.project.name}@example.test`;
    const startsAt = await freeTime(clinic.url, wish);
    const { day, time, date } = wordsOf(startsAt);
    const page = await openAs("visitor", { javaScriptEnabled });

    await test.step("chooses a time and says who is coming", async () => {
      await page.goto(`/book/time?${new URLSearchParams({ ...wish, day: date })}`);
      await pressLabelOf(page.getByRole("radio", { name: `${day}, ${time}, ` }));
      await page.getByRole("button", { name: "Continue with this time" }).click();
      await page.getByLabel("Your note").fill(note);
      await page.getByRole("button", { name: "Continue to the check" }).click();
      await page.getByLabel("Your name").fill("Noor Haddad");
      await page.getByLabel("E-mail address").fill(email);
      await page.getByLabel("Phone").fill("+44 7700 900123");
      if (javaScriptEnabled) {
        await expectAccessible(page);
        await keepScreenshot("guest-check", page);
        await page.getByRole("button", { name: "Request this appointment" }).dblclick();
      } else await page.getByRole("button", { name: "Request this appointment" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Requested, not yet confirmed" })).toBeVisible();
      await expect(page.getByRole("main")).toContainText(`We write to ${email}`);
      if (javaScriptEnabled) await expectAccessible(page);
    });

    await test.step("which nobody else can look at", async () => {
      const stranger = await openAs("visitor");
      await stranger.goto(page.url());
      await expect(stranger).toHaveURL(/\/sign-in\?next=/);
    });

    const subject = /^Requested, not yet confirmed: /;
    const link = await linkInMailLog(await openAs("admin"), email, subject);

    await test.step("opens the link, which changes nothing and leaves no token in the address", async () => {
      const phone = await openAs("visitor", { javaScriptEnabled });
      await phone.goto(link);
      await expect(phone).toHaveURL(/\/appointment$/);
      const main = phone.getByRole("main");
      await expect(main).toContainText("Booked for Noor Haddad.");
      await expect(main).toContainText("Requested");
      await expect(main).toContainText(note);
      await expect(main).toContainText("You can cancel online until");
      if (javaScriptEnabled) await expectAccessible(phone);
      await keepScreenshot("guest-appointment", phone);
      await phone.getByRole("link", { name: "Cancel appointment" }).click();
      await expect(phone.getByRole("heading", { name: "Cancel this appointment?" })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(phone);
      const { rows } = await database.query("SELECT status FROM appointment WHERE contact_email = $1", [email]);
      expect(rows).toEqual([{ status: "pending" }]);
      await phone.getByLabel("Reason").fill("My train does not run.");
      await phone.getByRole("button", { name: "Yes, cancel it" }).click();
      await expect(phone.getByText("The appointment is cancelled")).toBeVisible();
      await expect(phone.getByRole("main")).toContainText("My train does not run.");
      await expect(phone.getByRole("link", { name: "Cancel appointment" })).toHaveCount(0);
    });

    expect(await freeTimes(clinic.url, { ...wish, day: date })).toContain(startsAt);
  });
}

test("doctor and front desk see who the guest is", async ({ openAs, clinic, database }, info) => {
  const email = `ola-${info.project.name}@example.test`;
  const doctor = "amara-okafor";
  const page = await openAs("visitor");
  const startsAt = await freeTime(clinic.url, { ...wish, doctor });
  await page.goto(`/book/check?${new URLSearchParams({ ...wish, doctor, startsAt })}`);
  await page.getByLabel("Your name").fill("Ola Guest");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Phone").fill("+44 7700 900456");
  await page.getByRole("button", { name: "Request this appointment" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Requested, not yet confirmed" })).toBeVisible();
  const { rows } = await database.query<{ id: string }>("SELECT id FROM appointment WHERE contact_email = $1", [email]);
  for (const role of ["doctor", "staff"] as const) {
    const team = await openAs(role);
    await team.goto(`/${role}/appointments/${rows[0]?.id}`);
    for (const words of ["Ola Guest", email, "+44 7700 900456"]) {
      await expect(team.getByRole("main").getByText(words).first()).toBeVisible();
    }
  }
});

test("a link that is unknown, broken or out of date opens nothing, always in the same words", async ({
  openAs,
  clinic,
  database,
}, info) => {
  const email = `eve-${info.project.name}@example.test`;
  const page = await openAs("visitor");
  const startsAt = await freeTime(clinic.url, wish);
  await page.goto(`/book/check?${new URLSearchParams({ ...wish, startsAt })}`);
  await page.getByLabel("Your name").fill("Eve Late");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Request this appointment" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Requested, not yet confirmed" })).toBeVisible();
  const link = await linkInMailLog(await openAs("admin"), email, /^Requested, not yet confirmed: /);
  const phone = await openAs("visitor");
  await phone.goto(link);
  await expect(phone.getByRole("main")).toContainText("Booked for Eve Late.");
  await database.query(
    `UPDATE access_token SET expires_at = now() WHERE purpose = 'appointment'
     AND subject LIKE (SELECT id::text || ':%' FROM appointment WHERE contact_email = $1)`,
    [email],
  );
  const answers = new Set<string>();
  for (const address of [
    link,
    "/appointment",
    `/open/appointment?token=${"a".repeat(43)}`,
    "/open/appointment?token=x",
  ]) {
    await phone.goto(address);
    await expect(phone.getByRole("heading", { name: "This link does not open an appointment" })).toBeVisible();
    answers.add(await phone.getByRole("main").innerText());
  }
  expect(answers.size).toBe(1);
  await phone.goto("/appointment/cancel");
  await expect(phone.getByRole("heading", { name: "This link does not open an appointment" })).toBeVisible();
});
