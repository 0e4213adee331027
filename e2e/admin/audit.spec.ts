import { expect, test } from "../fixtures.ts";

test("an admin finds out who did what, and that the log is as it was written", async ({
  openAs,
  samples,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const admin = await openAs("admin");
  const { patient } = samples.people;

  await test.step("from an appointment to its history", async () => {
    await admin.goto(`/staff/appointments/${samples.appointmentId}`);
    await admin.getByRole("link", { name: "All that was done" }).click();
    await expect(admin.getByRole("heading", { level: 1, name: "Audit log" })).toBeVisible();
    const line = admin.getByRole("listitem").filter({ hasText: `${patient.name} booked` });
    await expect(line).toHaveCount(1);
    await line.getByText(/booked/).click();
    await expect(line.getByText(/in the chain|Not sealed yet/)).toBeVisible();
    await expectAccessible(admin);
  });

  await test.step("by person and by what was done", async () => {
    await admin.goto("/admin/audit");
    await keepScreenshot("admin-audit", admin);
    await admin.getByRole("searchbox", { name: "Who" }).fill(patient.email);
    await admin.getByLabel("What", { exact: true }).selectOption({ label: "Anything: appointments" });
    await admin.getByRole("button", { name: "Show", exact: true }).click();
    await expect(admin).toHaveURL(/who=.*action=appointment/);
    await expect(admin.getByText(/booked GP consultation/).first()).toBeVisible();
    await admin.getByRole("link", { name: "Show everything" }).click();
    await expect(admin).toHaveURL(/\/admin\/audit$/);
  });

  await test.step("page by page", async () => {
    const newest = await admin
      .getByRole("listitem")
      .filter({ has: admin.locator("details") })
      .first()
      .textContent();
    await admin.getByRole("link", { name: "Next" }).click();
    await expect(admin).toHaveURL(/cursor=/);
    await expect(
      admin
        .getByRole("listitem")
        .filter({ has: admin.locator("details") })
        .first(),
    ).not.toHaveText(newest ?? "");
  });

  await test.step("the chain is unbroken, until somebody changes a line behind the application's back", async () => {
    await database.query("SELECT seal_audit(10000)");
    await admin.getByRole("button", { name: "Check the chain" }).click();
    await expect(admin.getByRole("status").filter({ hasText: "The chain is unbroken up to entry" })).toBeFocused();

    await database.query("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only");
    const { rows } = await database.query<{ id: string; was: string }>(
      "SELECT e.id, e.actor_role AS was FROM audit_entry e JOIN audit_seal s ON s.entry_id = e.id WHERE s.position = 5",
    );
    const [{ id, was } = { id: "0", was: "" }] = rows;
    const forge = (role: string) => database.query("UPDATE audit_entry SET actor_role = $2 WHERE id = $1", [id, role]);
    await forge("nobody");
    await admin.getByRole("button", { name: "Check the chain" }).click();
    await expect(admin.getByRole("alert").filter({ hasText: "The chain breaks at entry 5" })).toBeFocused();
    await expectAccessible(admin);
    await forge(was);
    await database.query("ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only");
    await admin.getByRole("button", { name: "Check the chain" }).click();
    await expect(admin.getByRole("status").filter({ hasText: "The chain is unbroken up to entry" })).toBeFocused();
  });
});
