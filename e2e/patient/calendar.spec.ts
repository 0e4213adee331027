import { readFile } from "node:fs/promises";
import { bookFor, freeTime } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";

const titleOf = (ics: string) => /\r\nSUMMARY:(.*)\r\n/.exec(ics)?.[1];

for (const javaScriptEnabled of [true, false]) {
  test(`a calendar follows one's appointments until it may no more, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    openAs,
    clinic: { url, database },
    expectAccessible,
    keepScreenshot,
  }, info) => {
    const wish = { service: "gp-consultation", doctor: "amara-okafor" };
    const patient = await newPatient(database, "Noor Haddad");
    const startsAt = await freeTime(url, wish);
    await bookFor(url, patient, { ...wish, startsAt });
    const page = await openAs(patient, { javaScriptEnabled });

    await test.step("saves one appointment as a file", async () => {
      await page.goto("/patient");
      await page.getByRole("link", { name: /^Details/ }).click();
      const saved = page.waitForEvent("download");
      await page.getByRole("link", { name: "Add to calendar" }).click();
      const ics = await readFile(await (await saved).path(), "utf8");
      expect(titleOf(ics)).toBe("Requested\\, not yet confirmed: appointment at Northgate Practice");
      expect(ics).not.toMatch(/Noor|Okafor|GP/);
    });

    const address = await test.step("makes a private address, which is shown once", async () => {
      await page.goto("/patient");
      await page.getByRole("link", { name: "Have them in your calendar" }).click();
      await expect(page).toHaveURL(/\/account#calendar$/);
      await page.getByRole("button", { name: "Make a private address" }).click();
      const field = page.getByLabel("Private address");
      await expect(field).toHaveValue(/\/feeds\/[\w-]{43}\.ics$/);
      if (javaScriptEnabled) await expectAccessible(page);
      await keepScreenshot(`calendar-feed-${info.project.name}`, page);
      const shown = await field.inputValue();
      await page.goto("/account");
      await expect(page.getByText("No calendar has fetched it yet.")).toBeVisible();
      expect(await page.content()).not.toContain(shown.slice(-20));
      return shown;
    });

    await test.step("which anybody's calendar reads, and reads again only when something changed", async () => {
      const first = await fetch(address);
      expect(first.status).toBe(200);
      expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
      expect(first.headers.get("cache-control")).toContain("private");
      expect(titleOf(await first.text())).toBe("Requested\\, not yet confirmed: appointment at Northgate Practice");
      const known = { "if-none-match": first.headers.get("etag") ?? "" };
      const again = await fetch(address, { headers: known });
      expect([again.status, await again.text()]).toEqual([304, ""]);
      await database.query("UPDATE appointment SET status = 'confirmed', confirmed_at = now() WHERE patient_id = $1", [
        patient.id,
      ]);
      const changed = await fetch(address, { headers: known });
      expect(changed.status).toBe(200);
      expect(titleOf(await changed.text())).toBe("Appointment at Northgate Practice");
    });

    await test.step("until it is stopped", async () => {
      await page.getByRole("button", { name: "Stop sharing" }).click();
      await expect(page.getByText("The address no longer works.")).toBeVisible();
      const stopped = await fetch(address);
      const unknown = await fetch(new URL(`/feeds/${"a".repeat(43)}.ics`, url));
      expect([stopped.status, await stopped.text()]).toEqual([404, await unknown.text()]);
    });
  });
}
