import { readFile } from "node:fs/promises";
import { expect, test } from "../fixtures.ts";

test("an admin reads how full the weeks were, narrows it, and takes the numbers along", async ({
  openAs,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const admin = await openAs("admin");

  await test.step("from the overview to the last 28 days, as a table", async () => {
    await admin.goto("/admin");
    await admin.getByRole("link", { name: "Analytics" }).filter({ visible: true }).first().click();
    await expect(admin.getByRole("heading", { level: 1, name: "Analytics" })).toBeVisible();
    await expect(admin.getByRole("link", { name: "Last 28 days" })).toHaveAttribute("aria-current", "page");
    const heat = admin.getByRole("table", { name: "Share of places taken by weekday and hour" });
    await expect(heat.getByRole("columnheader")).toHaveText([
      "Hour",
      "Mon",
      "Tue",
      "Wed",
      "Thu",
      "Fri",
      "Sat",
      "Sun",
      "All",
    ]);
    await expect(heat.getByRole("row", { name: /^10:00/ })).toContainText("%");
    await keepScreenshot("admin-analytics", admin);
    await expectAccessible(admin);
  });

  await test.step("the missed are those of the database", async () => {
    const { rows } = await database.query<{ missed: number; came: number }>(
      `SELECT (count(*) FILTER (WHERE status = 'no_show'))::int AS missed,
         (count(*) FILTER (WHERE status IN ('completed', 'checked_in', 'in_progress', 'on_hold')))::int AS came
       FROM appointment, (SELECT (now() AT TIME ZONE time_zone)::date AS today FROM clinic) AS t
       WHERE local_date BETWEEN today - 27 AND today`,
    );
    const [{ missed, came } = { missed: 0, came: 0 }] = rows;
    expect(missed).toBeGreaterThan(5);
    await expect(admin.getByText(`${missed} of ${came + missed} who were expected`)).toBeVisible();
  });

  await test.step("narrowed to a doctor, within days of one's own", async () => {
    await admin.getByLabel("Doctor", { exact: true }).selectOption({ label: "Dr Amara Okafor" });
    await admin.getByRole("button", { name: "Show", exact: true }).click();
    await expect(admin.getByRole("table", { name: "Numbers by doctor" }).getByRole("rowheader")).toHaveText(
      "Dr Amara Okafor",
    );
    await admin.getByLabel("Last day").fill("2020-01-01");
    await admin.getByRole("button", { name: "Show", exact: true }).click();
    await expect(admin.getByText("The last day lies before the first.")).toBeVisible();
    await expect(admin.getByLabel("Last day")).toHaveValue("2020-01-01");
  });

  await test.step("the appointments as a file, which the audit log remembers", async () => {
    await database.query(
      "UPDATE app_user SET name = '=cmd|calc' WHERE id = (SELECT patient_id FROM appointment WHERE status = 'completed' AND patient_id IS NOT NULL ORDER BY starts_at DESC LIMIT 1)",
    );
    await admin.goto("/admin/analytics");
    const [download] = await Promise.all([
      admin.waitForEvent("download"),
      admin.getByRole("link", { name: "Download appointments (CSV)" }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^appointments-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
    const text = await readFile(await download.path(), "utf8");
    expect(text.startsWith("\uFEFFNumber,Day,Begins,Ends,Instant,State,Service,Doctor,Patient")).toBe(true);
    expect(text.split("\r\n").length).toBeGreaterThan(100);
    expect(text).toContain(",'=cmd|calc,");
    expect(text).not.toMatch(/(^|,)"?[=+@]/m);
    await admin.goto("/admin/audit?action=record");
    await expect(admin.getByText("exported appointments").filter({ visible: true }).first()).toBeVisible();
  });
});
