import { bookFor, freeTime } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { cookieHeader, newPatient } from "../people.ts";

for (const javaScriptEnabled of [true, false]) {
  test(`a program acts for its owner until its token is ended, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    openAs,
    clinic: { url, database },
    expectAccessible,
    keepScreenshot,
  }) => {
    const wish = { service: "gp-consultation", doctor: "amara-okafor" };
    const [patient, stranger] = [await newPatient(database), await newPatient(database)];
    await bookFor(url, patient, { ...wish, startsAt: await freeTime(url, wish) });
    const { rows } = await database.query<{ id: string }>("SELECT id FROM appointment WHERE patient_id = $1", [
      patient.id,
    ]);
    const address = `${url}/api/v1/appointments/${rows[0]?.id}/calendar.ics`;
    const askWith = (token: string, more: Record<string, string> = {}) =>
      fetch(address, { headers: { authorization: `Bearer ${token}`, ...more } });
    const page = await openAs(patient, { javaScriptEnabled });

    const token = await test.step("makes a token, which is shown once", async () => {
      await page.goto("/account");
      await page.getByRole("link", { name: "Tokens for programs" }).click();
      await page.getByLabel("What is it for?").fill("Spreadsheet");
      await page.getByLabel("How long").selectOption({ label: "30 days" });
      await page.getByRole("button", { name: "Make a token" }).click();
      const field = page.getByLabel("Token", { exact: true });
      await expect(field).toHaveValue(/^[\w-]{43}$/);
      expect(page.url()).not.toContain(await field.inputValue());
      if (javaScriptEnabled) await expectAccessible(page);
      await keepScreenshot("token-made", page);
      const shown = await field.inputValue();
      await page.goto("/account/tokens");
      await expect(page.getByText("Not used yet")).toBeVisible();
      expect(await page.content()).not.toContain(shown);
      return shown;
    });

    await test.step("with which a program reads what is its owner's", async () => {
      const answer = await askWith(token);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
      await page.reload();
      await expect(page.getByText(/^Last used/)).toBeVisible();
    });

    await test.step("until it is ended; the cookie beside it does not stand in", async () => {
      await page.getByText("Spreadsheet", { exact: true }).click();
      await page.getByRole("button", { name: "End this token" }).click();
      await expect(page.getByText("No program has access.")).toBeVisible();
      const ended = await askWith(token, { cookie: cookieHeader(patient) });
      expect(ended.status).toBe(401);
      expect(ended.headers.get("www-authenticate")).toBe('Bearer realm="Slotwell", error="invalid_token"');
      expect((await fetch(address, { headers: { cookie: cookieHeader(patient) } })).status).toBe(200);
      expect((await fetch(address, { headers: { cookie: cookieHeader(stranger) } })).status).toBe(404);
    });
  });
}
