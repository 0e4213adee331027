import type { Locator, Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";
import { post, postedForms } from "../forms.ts";
import { linkInMailLog } from "../mail-log.ts";
import { newPatient } from "../people.ts";
import { bookPlan, daysAhead, type PlanWish } from "../plans.ts";
import { pressLabelOf } from "../presses.ts";

const bought = /^Your plan from /;
const wish: PlanWish = { service: "blood-test", every: "weekly", months: "1", time: "11:00", standIn: "yes" };

/** One line of the timetable, unfolded. */
async function unfold(page: Page, sequence: number): Promise<Locator> {
  const row = page.locator(`#visit-${sequence}`);
  await row.locator("summary").click();
  return row;
}

for (const javaScriptEnabled of [true, false]) {
  test(`a guest opens the mailed link, moves and skips visits, pauses, resumes and cancels the plan, ${
    javaScriptEnabled ? "with" : "without"
  } JavaScript`, async ({ openAs, database, expectAccessible, keepScreenshot }, info) => {
    test.setTimeout(120_000);
    const email = `plan-${javaScriptEnabled}-${info.project.name}@example.test`;
    const start = daysAhead(javaScriptEnabled ? 110 : 131);
    const { id, number } = await bookPlan(
      await openAs("visitor"),
      { name: "Noor Haddad", email, phone: "+44 7700 900123" },
      { ...wish, start },
    );
    const visitsBy = async () => {
      const { rows } = await database.query<{ status: string; count: number }>(
        "SELECT status::text, count(*)::int AS count FROM visit WHERE subscription_id = $1 GROUP BY 1",
        [id],
      );
      return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
    };
    const before = await visitsBy();
    const link = await linkInMailLog(await openAs("admin"), email, bought);
    const page = await openAs("visitor", { javaScriptEnabled });
    const main = page.getByRole("main");

    await test.step("opens the link, which changes nothing and leaves no token in the address", async () => {
      await page.goto(link);
      await expect(page).toHaveURL(/\/plan$/);
      await expect(main).toContainText("for Noor Haddad.");
      await expect(main).toContainText(number);
      await expect(main).toContainText("Free to move, skip or cancel until");
      await expect(main).toContainText("Not paid yet");
      if (javaScriptEnabled) {
        await expectAccessible(page);
        await keepScreenshot("plan-portal", page);
      }
      expect(await visitsBy()).toEqual(before);
    });

    await test.step("moves a visit, after looking at the old and the new time", async () => {
      const row = await unfold(page, 2);
      const was = await row.locator("time").first().getAttribute("datetime");
      await row.getByRole("link", { name: "Choose another time" }).click();
      await pressLabelOf(page.getByRole("radio").nth(2));
      await page.getByRole("button", { name: "Continue" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Change the time?" })).toBeVisible();
      await page.getByRole("button", { name: "Yes, move it" }).click();
      await expect(main).toContainText("The visit has moved");
      await expect(page).toHaveURL(/\/plan\?done=moved$/);
      expect(await page.locator("#visit-2 time").first().getAttribute("datetime")).not.toBe(was);
      expect(await visitsBy()).toEqual(before);
    });

    await test.step("leaves one out and cancels one, each after a page that asks", async () => {
      await (await unfold(page, 3)).getByRole("link", { name: "Leave it out" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "Leave this visit out?" })).toBeVisible();
      if (javaScriptEnabled) await expectAccessible(page);
      expect(await visitsBy()).toEqual(before);
      await page.getByRole("button", { name: "Yes, leave it out" }).click();
      await expect(main).toContainText("The visit is left out");
      await expect(page.locator("#visit-3")).toContainText("Left out");
      await (await unfold(page, 1)).getByRole("link", { name: "Cancel it" }).click();
      await page.getByLabel("Reason").fill("I am away that week.");
      await page.getByRole("button", { name: "Yes, cancel it" }).click();
      await expect(main).toContainText("The visit is cancelled");
      expect(await visitsBy()).toEqual({ scheduled: (before.scheduled ?? 0) - 2, skipped: 1, cancelled: 1 });
    });

    await test.step("pauses, which says first what it frees, and resumes", async () => {
      await page.getByRole("link", { name: "Pause the plan" }).click();
      await expect(main).toContainText("ahead are given back");
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("button", { name: "Yes, pause it" }).click();
      await expect(main).toContainText("The plan is paused");
      await expect(page.locator("#visit-4")).toContainText("Paused");
      expect(await visitsBy()).toEqual({ unplaced: (before.scheduled ?? 0) - 2, skipped: 1, cancelled: 1 });
      await page.getByRole("link", { name: "Resume the plan" }).click();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByRole("button", { name: "Yes, resume it" }).click();
      await expect(main).toContainText("The plan is running again");
      expect(await visitsBy()).toEqual({ scheduled: (before.scheduled ?? 0) - 2, skipped: 1, cancelled: 1 });
    });

    await test.step("cancels the whole plan, with a reason", async () => {
      await page.getByRole("link", { name: "Cancel the plan" }).click();
      if (javaScriptEnabled) await expectAccessible(page);
      await page.getByLabel("Reason").fill("Well again, thank you.");
      await page.getByRole("button", { name: "Yes, cancel the plan" }).click();
      await expect(page.getByRole("heading", { name: "This plan is cancelled" })).toBeVisible();
      await expect(page.getByRole("link", { name: "Resume the plan" })).toHaveCount(0);
      const after = await visitsBy();
      expect(after.scheduled ?? 0).toBe(0);
      await page.goto("/plan/pause");
      await expect(
        page.getByRole("heading", { level: 1, name: "This cannot be done with the plan now" }),
      ).toBeVisible();
    });
  });
}

test("too late to change online: the visit says so, gives the phone, and a form that was open before is refused", async ({
  openAs,
  database,
}, info) => {
  const email = `late-${info.project.name}@example.test`;
  const { id } = await bookPlan(await openAs("visitor"), { name: "Eve Late", email }, { ...wish, start: daysAhead(9) });
  const page = await openAs("visitor");
  await page.goto(await linkInMailLog(await openAs("admin"), email, bought));
  await page.goto("/plan/visits/1/skip");
  // As if the notice were longer than all the time that is left.
  await database.query("UPDATE subscription SET cancel_notice_hours = 1000 WHERE id = $1", [id]);
  await page.getByRole("button", { name: "Yes, leave it out" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await page.goto("/plan");
  await expect(page.getByRole("main")).toContainText("It could be changed online until");
  await expect(page.locator("#visit-1").getByRole("link", { name: "Leave it out" })).toHaveCount(0);
  await expect(
    page
      .getByRole("main")
      .getByRole("link", { name: /^Call / })
      .first(),
  ).toBeVisible();
  for (const act of ["skip", "cancel"]) {
    await page.goto(`/plan/visits/1/${act}`);
    const title = page.getByRole("heading", { level: 1, name: "It is too late to change this visit online" });
    await expect(title).toBeVisible();
  }
});

test("nobody gets at a plan but by its newest link, and a link never acts on another plan", async ({
  openAs,
  clinic,
  database,
}, info) => {
  test.setTimeout(120_000);
  const [own, foreign] = ["own", "foreign"].map((name) => `plan-${name}-${info.project.name}@example.test`) as [
    string,
    string,
  ];
  const start = daysAhead(152);
  const mine = await bookPlan(await openAs("visitor"), { name: "Ola Own", email: own }, { ...wish, start });
  const theirs = await bookPlan(await openAs("visitor"), { name: "Fay Foreign", email: foreign }, { ...wish, start });
  const admin = await openAs("admin");
  const link = await linkInMailLog(admin, own, bought);
  const none = "This link does not open a care plan";

  await test.step("guessed numbers and tokens open nothing, always in the same words", async () => {
    const stranger = await openAs("visitor");
    const answers = new Set<string>();
    for (const address of [
      "/plan",
      `/open/plan?token=${"a".repeat(43)}`,
      `/open/plan?token=${mine.number}`,
      "/plan/cancel",
    ]) {
      await stranger.goto(address);
      await expect(stranger.getByRole("heading", { level: 1, name: none })).toBeVisible();
      answers.add(await stranger.getByRole("main").innerText());
    }
    expect(answers.size).toBe(1);
    await stranger.goto(`/patient/plans/${mine.id}`);
    await expect(stranger).toHaveURL(/\/sign-in\?next=/);
    const patient = await openAs(await newPatient(database));
    expect((await patient.goto(`/patient/plans/${mine.id}`))?.status()).toBe(404);
    expect((await patient.goto(`/patient/plans/${mine.id}/visits/1/move`))?.status()).toBe(404);
  });

  await test.step("a form that names another plan is about the link's own", async () => {
    const token = new URL(link).searchParams.get("token") ?? "";
    const cookie = `slotwell.link=${token}`;
    const page = await (await fetch(`${clinic.url}/plan/visits/2/cancel`, { headers: { cookie } })).text();
    const form = postedForms(page).find(({ fields }) => fields.some(([name]) => name === "sequence"));
    const fields = (form?.fields ?? []).map(([name, value]): [string, string] => [
      name,
      name === "id" ? theirs.id : value,
    ]);
    expect(fields.length).toBeGreaterThan(0);
    expect((await post(`${clinic.url}/plan/visits/2/cancel`, fields, cookie)).status).toBe(303);
    const { rows } = await database.query(
      "SELECT subscription_id::text AS id FROM visit WHERE status = 'cancelled' AND subscription_id = ANY($1)",
      [[mine.id, theirs.id]],
    );
    expect(rows).toEqual([{ id: mine.id }]);
  });

  await test.step("a link that was sent again ends the one before; the answer is the same for strangers", async () => {
    const page = await openAs("visitor");
    for (const email of ["somebody-else@example.test", own]) {
      await page.goto("/plans/link");
      await page.getByLabel("Number of the plan").fill(mine.number);
      await page.getByLabel("E-mail address").fill(email);
      await page.getByRole("button", { name: "Send me a link" }).click();
      await expect(page.getByRole("main")).toContainText(`If there is a plan ${mine.number} with that address`);
    }
    const reader = await openAs("visitor");
    await reader.goto(link);
    await expect(reader.getByRole("heading", { level: 1, name: none })).toBeVisible();
    await expect(reader.getByRole("link", { name: "Send me a new link" })).toHaveAttribute("href", "/plans/link");
    await reader.goto(await linkInMailLog(admin, own, /^The link to your plan/));
    await expect(reader.getByRole("main")).toContainText("for Ola Own.");
  });
});

test("a patient is asked whether a plan is theirs, adds it, cancels a visit, and the mailed link ends", async ({
  openAs,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const patient = await newPatient(database, "Linda Later");
  const { id, number } = await bookPlan(
    await openAs("visitor"),
    { name: patient.name, email: patient.email },
    { ...wish, start: daysAhead(173) },
  );
  const link = await linkInMailLog(await openAs("admin"), patient.email, bought);
  const page = await openAs(patient);
  const main = page.getByRole("main");
  await page.goto("/patient");
  await expect(main).toContainText("A care plan was bought with your e-mail address");
  const { rows } = await database.query("SELECT patient_id FROM subscription WHERE id = $1", [id]);
  expect(rows).toEqual([{ patient_id: null }]);
  await page.goto("/patient/plans");
  await expectAccessible(page);
  await page.getByRole("button", { name: /^Add it to my account/ }).click();
  await expect(page).toHaveURL(`/patient/plans/${id}?done=linked`);
  await expect(main).toContainText("The care plan is in your account now");
  await keepScreenshot("patient-plan-linked", page);
  await (await unfold(page, 1)).getByRole("link", { name: "Cancel it" }).click();
  await page.getByRole("button", { name: "Yes, cancel it" }).click();
  await expect(main).toContainText("The visit is cancelled");
  await expect(page.locator("#visit-1")).toContainText("Cancelled");
  await page.goto("/patient");
  await expect(main).toContainText(`Visit 2 of`);
  await expect(main).toContainText(number);
  await expect(main).not.toContainText("Visit 3 of");
  const guest = await openAs("visitor");
  await guest.goto(link);
  await expect(guest.getByRole("heading", { level: 1, name: "This link does not open a care plan" })).toBeVisible();
});
