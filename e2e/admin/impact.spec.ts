import { bookFor, freeTimes, inDays } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";
import { wordsOf } from "../words.ts";

// On days so far ahead that no other journey meets this.
const wish = { service: "heart-check", doctor: "samuel-adeyemi-clarke" };
const runs = [
  { javaScriptEnabled: true, daysAhead: 15 },
  { javaScriptEnabled: false, daysAhead: 22 },
];

/** The first free time of the week that begins so many days ahead. */
async function firstFree(siteUrl: string, daysAhead: number): Promise<string> {
  const day = inDays(daysAhead);
  const [startsAt] = await freeTimes(siteUrl, { ...wish, day });
  if (!startsAt) throw new Error("Nothing is free.");
  return startsAt;
}

for (const { javaScriptEnabled, daysAhead } of runs) {
  test(`a closure asks before it strands somebody, who is offered another time${javaScriptEnabled ? "" : " (without JavaScript)"}`, async ({
    openAs,
    clinic,
    database,
    expectAccessible,
    keepScreenshot,
  }) => {
    const patient = await newPatient(database, "Stranded Sam");
    const startsAt = await firstFree(clinic.url, daysAhead);
    const id = await bookFor(clinic.url, patient, { ...wish, startsAt });
    const { date, time } = wordsOf(startsAt);
    const admin = await openAs("admin", { javaScriptEnabled });
    const closures = async () => {
      const { rows } = await database.query("SELECT 1 FROM closure WHERE from_date = $1", [date]);
      return rows.length;
    };

    await test.step("the form shows who would be stranded, and nothing is saved", async () => {
      await admin.goto("/admin/closures/new");
      await admin.getByLabel("Reason").fill("Boiler repair");
      await admin.getByLabel("First day").fill(date);
      await admin.getByRole("button", { name: "Add the closure" }).click();
      await expect(admin.getByText(/would no longer fit/)).toBeVisible();
      await expect(admin.getByRole("link", { name: new RegExp(`${time} · ${patient.name}`) })).toHaveAttribute(
        "href",
        `/staff/appointments/${id}`,
      );
      await expect(admin.getByText("Closed: Boiler repair").first()).toBeVisible();
      await expect(admin.getByLabel("Reason")).toHaveValue("Boiler repair");
      expect(await closures()).toBe(0);
      if (javaScriptEnabled) await expectAccessible(admin);
      await keepScreenshot(`impact-${javaScriptEnabled}`, admin);
    });

    await test.step("another one who books meanwhile makes it ask again", async () => {
      const late = await newPatient(database, "Late Lea");
      await bookFor(clinic.url, late, { ...wish, startsAt: await firstFree(clinic.url, daysAhead) });
      await admin.getByRole("button", { name: "Save anyway" }).click();
      await expect(admin.getByText(/The list has changed since you looked/)).toBeVisible();
      expect(await closures()).toBe(0);
    });

    await test.step("saved anyway, they stay as they are, marked", async () => {
      await admin.getByRole("button", { name: "Save anyway" }).click();
      await expect.poll(closures).toBe(1);
      await admin.goto(`/staff/appointments/${id}`);
      await expect(admin.getByText("This appointment no longer fits")).toBeVisible();
    });

    await test.step("the front desk offers another time, and the patient takes it", async () => {
      const desk = await openAs("staff", { javaScriptEnabled });
      await desk.goto(`/staff/appointments/${id}`);
      await desk.getByRole("link", { name: "Offer another time" }).click();
      const line = desk.getByRole("listitem").filter({ hasText: patient.name });
      await expect(line).toContainText("Closed: Boiler repair");
      await line.getByRole("button").first().click();

      await expect(desk.getByText("The time is held, and the patient has been told.")).toBeVisible();
      await expect(line).toContainText(/Offered: .* kept until/);
      if (javaScriptEnabled) await expectAccessible(desk);

      const own = await openAs(patient, { javaScriptEnabled });
      await own.goto("/patient");
      await own.getByRole("link", { name: "Look at it" }).click();
      await expect(own.getByText("We offer you another time")).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(own);
      await keepScreenshot(`replacement-${javaScriptEnabled}`, own);
      await own.getByRole("button", { name: "Take this time" }).click();
      await expect(own.getByText("Your appointment has moved")).toBeVisible();
      const { rows } = await database.query<{ moved: boolean }>(
        "SELECT local_date <> $2::date AS moved FROM appointment WHERE id = $1",
        [id, date],
      );
      expect(rows[0]?.moved).toBe(true);
    });
    await database.query("DELETE FROM closure WHERE from_date = $1", [date]);
  });
}
