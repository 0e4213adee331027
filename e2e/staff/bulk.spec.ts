import { bookFor, freeTimes } from "../booking.ts";
import type { RunningClinic } from "../clinic.ts";
import { expect, test } from "../fixtures.ts";
import { demoPerson, newPatient, type Person } from "../people.ts";
import { wordsOf } from "../words.ts";

const wish = { service: "gp-consultation", doctor: "priya-raman" };

/** Two requests on one day that has room for both, far enough ahead that anything may be done with them. */
async function twoRequests({ url, database }: RunningClinic) {
  const { rows } = await database.query<{ date: string }>(
    `SELECT local_date::text AS date FROM clinic_day
     WHERE local_date > current_date + 2 AND booked + 4 < capacity ORDER BY local_date`,
  );
  for (const { date } of rows) {
    const times = await freeTimes(url, { ...wish, day: date });
    const [first, second] = times.filter((at) => wordsOf(at).date === date);
    if (first === undefined || second === undefined) continue;
    const people: [Person, Person] = [await newPatient(database, "Bea"), await newPatient(database, "Bob")];
    const ids = [
      await bookFor(url, people[0], { ...wish, startsAt: first }),
      await bookFor(url, people[1], { ...wish, startsAt: second }),
    ];
    return { people, ids, date };
  }
  throw new Error("No day has two free times.");
}

test("the front desk confirms several at once, and reads which could not be", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const { people, ids, date } = await twoRequests(clinic);
  const page = await openAs("staff");
  await page.goto(`/staff/${date}`);
  await expect(page.getByRole("form", { name: "Those chosen" })).toBeHidden();
  for (const { name } of people) await page.getByRole("checkbox", { name: `Choose ${name}, ` }).check();
  await keepScreenshot("board-bulk", page);
  await expectAccessible(page);
  // Somebody is faster with the second.
  await database.query("UPDATE appointment SET status = 'cancelled', cancelled_at = now(), version = 2 WHERE id = $1", [
    ids[1],
  ]);
  await page.getByRole("button", { name: "Confirm all" }).click();
  const answer = page.getByRole("alert").filter({ hasText: "1 request is confirmed." });
  await expect(answer).toBeFocused();
  await expect(answer).toContainText(people[0].name);
  await expect(answer).toContainText("1 could not be done:");
  await expect(answer).toContainText(people[1].name);
  await expectAccessible(page);
  const { rows } = await database.query("SELECT status::text FROM appointment WHERE id = ANY ($1) ORDER BY starts_at", [
    ids,
  ]);
  expect(rows).toEqual([{ status: "confirmed" }, { status: "cancelled" }]);
});

test("without JavaScript several are cancelled with one reason, and nobody is missed before the hour", async ({
  openAs,
  clinic,
  database,
}) => {
  const { people, ids, date } = await twoRequests(clinic);
  const page = await openAs("staff", { javaScriptEnabled: false });
  const choose = async () => {
    for (const { name } of people) await page.getByRole("checkbox", { name: `Choose ${name}, ` }).check();
  };
  await page.goto(`/staff/${date}`);
  await choose();
  await page.getByRole("button", { name: "Mark as no-show" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Nothing was changed." })).toContainText(people[0].name);
  await choose();
  const bar = page.getByRole("form", { name: "Those chosen" });
  await bar.getByText("Cancel…").click();
  await bar.getByLabel("Reason").filter({ visible: true }).fill("A burst pipe.");
  await bar.getByRole("button", { name: "Cancel all chosen" }).click();
  await expect(page.getByText("2 appointments are cancelled.")).toBeVisible();
  const { rows } = await database.query("SELECT status::text, cancel_reason FROM appointment WHERE id = ANY ($1)", [
    ids,
  ]);
  expect(rows).toEqual(ids.map(() => ({ status: "cancelled", cancel_reason: "A burst pipe." })));
});

test("a doctor confirms several of the requests at once", async ({ openAs, clinic, database }) => {
  const { people, ids } = await twoRequests(clinic);
  const page = await openAs(await demoPerson(database, "priya.raman"));
  await page.goto("/doctor");
  for (const { name } of people) await page.getByRole("checkbox", { name: `Choose ${name}, ` }).check();
  await page.getByRole("button", { name: "Confirm all" }).click();
  await expect(page.getByText("2 requests are confirmed.")).toBeVisible();
  const states = await database.query("SELECT DISTINCT status::text FROM appointment WHERE id = ANY ($1)", [ids]);
  expect(states.rows).toEqual([{ status: "confirmed" }]);
});
