import { randomBytes } from "node:crypto";
import { expect, test } from "../fixtures.ts";
import { linkInMailLog } from "../mail-log.ts";
import { pressLabelOf } from "../presses.ts";

test("an admin invites a doctor, who chooses a password by the mailed link and is at work", async ({
  openAs,
  expectAccessible,
  keepScreenshot,
}) => {
  const email = `new.doctor.${randomBytes(4).toString("hex")}@example.test`;
  const admin = await openAs("admin");

  await test.step("the admin asks, and hears what is missing", async () => {
    await admin.goto("/admin/people");
    await admin.getByRole("link", { name: "Invite somebody" }).click();
    await admin.getByLabel("E-mail address").fill(email);
    await admin.getByRole("button", { name: "Send the invitation" }).click();
    await expect(admin.getByText("Please choose at least one role.")).toBeVisible();
    await expect(admin.getByLabel("E-mail address")).toHaveValue(email);
    await pressLabelOf(admin.getByRole("checkbox", { name: /^Doctor/ }));
    await pressLabelOf(admin.getByRole("checkbox", { name: /^Front desk/ }));
    await keepScreenshot("admin-invite", admin);
    await admin.getByRole("button", { name: "Send the invitation" }).click();
    await expect(admin.getByRole("status").filter({ hasText: `Invited: ${email}.` })).toBeFocused();
    await expect(admin.getByRole("listitem").filter({ hasText: email })).toContainText("Doctor and Front desk");
    await expectAccessible(admin);
  });

  const first = await linkInMailLog(admin, email, /invites you to its team/);
  await test.step("a link that was sent again replaces the first", async () => {
    await admin.goto("/admin/people");
    await admin.getByRole("button", { name: `Send again to ${email}` }).click();
    await expect(admin.getByRole("status").filter({ hasText: `Sent again: ${email}.` })).toBeFocused();
    const visitor = await openAs("visitor");
    await visitor.goto(first);
    await expect(visitor.getByRole("heading", { level: 1, name: "This invitation no longer works" })).toBeVisible();
  });

  const link = await linkInMailLog(admin, email, /invites you to its team/);
  const visitor = await openAs("visitor", { javaScriptEnabled: false });
  await test.step("the newcomer says who they are, without JavaScript", async () => {
    await visitor.goto(link);
    await expect(visitor).toHaveURL(/\/invitation$/);
    await expect(visitor.getByText("invites you to Northgate Practice")).toBeVisible();
    await visitor.getByLabel("Your name").fill("Nadia Petrova");
    await visitor.getByLabel("Password", { exact: true }).fill("password1234");
    await visitor.getByRole("button", { name: "Create account and accept" }).click();
    await expect(visitor.getByText(/choose one that is harder to guess/)).toBeVisible();
    await expect(visitor.getByLabel("Your name")).toHaveValue("Nadia Petrova");
    await keepScreenshot("invitation", visitor);
    await visitor.getByLabel("Password", { exact: true }).fill("seven loud paper boats");
    await visitor.getByRole("button", { name: "Create account and accept" }).click();
    await expect(visitor).toHaveURL(/\/(doctor|staff)$/);
  });

  await test.step("they stand among the people, and the link is spent", async () => {
    await admin.goto(`/admin/people?q=${encodeURIComponent(email)}`);
    await expect(admin.getByRole("row", { name: /Nadia Petrova/ })).toContainText("Doctor and Front desk");
    await expect(admin.getByRole("button", { name: `Send again to ${email}` })).toHaveCount(0);
    await visitor.goto(link);
    await expect(visitor.getByRole("heading", { level: 1, name: "This invitation no longer works" })).toBeVisible();
  });

  await test.step("switched off, they are out at once", async () => {
    await admin.getByRole("link", { name: "Nadia Petrova", exact: true }).click();
    await admin.getByRole("button", { name: "Switch the account off" }).click();
    await expect(admin.getByRole("status").filter({ hasText: "The account of Nadia Petrova is off." })).toBeFocused();
    await visitor.goto("/doctor");
    await expect(visitor).toHaveURL(/\/sign-in/);
  });
});
