import { expect, test } from "../fixtures.ts";
import { demoPerson, newPatient } from "../people.ts";

test("a message that could not be delivered is on the admin's overview, and is sent again from there", async ({
  openAs,
  database,
  expectAccessible,
}) => {
  const { email, name } = await newPatient(database, "Dead Letter");
  const { rows } = await database.query<{ id: string }>(
    `WITH dead AS (
       INSERT INTO message (clinic_id, kind, recipient, payload, status, attempts, last_error)
       SELECT id, 'appointment_confirmed', $1, json_build_object('name', $2::text, 'clinicName', name, 'timeZone', time_zone,
         'serviceName', 'Check-up', 'doctorName', 'Dr Okafor', 'startsAt', 1924945200000), 'dead', 1, '550 no such mailbox'
       FROM clinic LIMIT 1 RETURNING id
     ), tried AS (
       INSERT INTO message_attempt (message_id, attempt, outcome, answer)
       SELECT id, 1, 'refused', '550 no such mailbox' FROM dead
     )
     SELECT id FROM dead`,
    [email, name],
  );
  const id = rows[0]?.id;
  const admin = await openAs("admin");

  await test.step("the overview says so", async () => {
    await admin.goto("/admin");
    await expect(admin.getByText(/could not be delivered/)).toBeVisible();
    await admin.getByRole("link", { name: "Open the mail log" }).click();
    await expect(admin).toHaveURL(/show=failed/);
    await expect(admin.getByRole("row", { name: email })).toContainText("Not delivered");
    await expectAccessible(admin);
  });

  await test.step("the log finds it by a part of the address", async () => {
    await admin.getByRole("searchbox", { name: "To" }).fill(email.slice(0, -3));
    await admin.getByRole("button", { name: "Show", exact: true }).click();
    await expect(admin).toHaveURL(/to=/);
    await expect(admin.getByRole("row", { name: email })).toHaveCount(1);
    await admin.getByRole("row", { name: email }).getByRole("link").click();
  });

  await test.step("its page shows the attempt, and queues it anew", async () => {
    await expect(admin.getByRole("listitem").filter({ hasText: "Given up" })).toContainText("550 no such mailbox");
    await expectAccessible(admin);
    await admin.getByRole("button", { name: "Send it again" }).click();
    await expect(admin.getByRole("status").filter({ hasText: "It is in the queue." })).toBeFocused();
    const { rows: after } = await database.query("SELECT status, attempts FROM message WHERE id = $1", [id]);
    expect(after).toEqual([{ status: "queued", attempts: 0 }]);
    const { rows: audited } = await database.query(
      "SELECT action, detail->>'from' AS was FROM audit_entry WHERE subject_id = $1",
      [id],
    );
    expect(audited).toEqual([{ action: "message.resent", was: "dead" }]);
    await admin.goto("/admin/mail?show=failed");
    await expect(admin.getByRole("row", { name: email })).toHaveCount(0);
  });
});

test("the settings say where mails go, and a test mail says whether they arrive", async ({
  openAs,
  database,
  expectAccessible,
}) => {
  const { email } = await demoPerson(database, "admin");
  const admin = await openAs("admin");
  await admin.goto("/admin/mail");
  await admin.getByRole("link", { name: "Mail settings" }).click();
  await expect(admin.getByRole("heading", { level: 1, name: "Mail settings" })).toBeVisible();
  await expect(admin.getByText("No mail server is set up")).toBeVisible();
  await expect(admin.getByRole("rowheader", { name: "SMTP_URL" })).toBeVisible();
  await admin.getByRole("button", { name: "Send a test mail" }).click();
  await expect(admin.getByRole("status").filter({ hasText: "It is in the mail log" })).toBeFocused();
  await expectAccessible(admin);
  await admin.goto(`/admin/mail?kind=test_mail&to=${encodeURIComponent(email)}`);
  await expect(admin.getByRole("row", { name: email })).toHaveCount(1);
});

test("staff see on an appointment who has been written to", async ({ openAs, samples }) => {
  const staff = await openAs("staff");
  await staff.goto(`/staff/appointments/${samples.appointmentId}`);
  const told = staff.getByRole("region", { name: "Messages" });
  await expect(told.getByRole("listitem").filter({ hasText: samples.people.patient.email })).toContainText("Waiting");
  await expect(told.getByRole("listitem").filter({ hasText: "Doctor: new request" })).toHaveCount(1);
});
