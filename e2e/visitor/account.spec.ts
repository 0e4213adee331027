import { expect, test } from "../fixtures.ts";
import { linkInMailLog } from "../mail-log.ts";
import { newPatient, setPassword } from "../people.ts";

test("a visitor registers, opens the link from the mail log, and is signed in where they were going", async ({
  page,
  openAs,
  database,
}, info) => {
  const email = `nora-${info.project.name}@example.test`;
  const password = "green boats on water";

  await test.step("registers on the way to somewhere", async () => {
    await page.goto("/patient");
    await page.getByRole("link", { name: "Make an account" }).click();
    await page.getByLabel("Your name").fill("Nora Lind");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Make my account" }).click();
    await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
  });

  await test.step("cannot sign in yet", async () => {
    await page.goto("/sign-in");
    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("alert").filter({ hasText: "not confirmed yet" })).toBeFocused();
    await expect(page.getByLabel("E-mail address")).toHaveValue(email);
  });

  const link = await linkInMailLog(await openAs("admin"), email, "Confirm your address");

  await test.step("opens the link, which alone changes nothing", async () => {
    await page.goto(link);
    await expect(page).toHaveURL(/\/verify-email$/);
    const { rows } = await database.query("SELECT email_verified_at FROM app_user WHERE email = $1", [email]);
    expect(rows).toEqual([{ email_verified_at: null }]);
  });

  await test.step("confirms with the password", async () => {
    await page.getByLabel("Password", { exact: true }).fill("another password");
    await page.getByRole("button", { name: "Confirm and sign in" }).click();
    await expect(page.getByRole("main")).toContainText("This is not the password.");
    await page.getByLabel("Password", { exact: true }).fill(password);
    await page.getByRole("button", { name: "Confirm and sign in" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "My appointments" })).toBeVisible();
  });

  await test.step("the link works once", async () => {
    const other = await openAs("visitor");
    await other.goto(link);
    await expect(other.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  });

  await test.step("signs out", async () => {
    await page.getByRole("banner").locator("summary").filter({ hasText: "Nora Lind" }).click();
    await page.getByRole("link", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByText("You are signed out.")).toBeVisible();
    await page.goto("/patient");
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fpatient$/);
  });
});

test("a forgotten password is replaced by a mailed link, and every session ends", async ({
  openAs,
  page,
  database,
}) => {
  const person = await newPatient(database, "Otto");
  await setPassword(database, person, "the old password of Otto");
  const elsewhere = await openAs(person);
  await elsewhere.goto("/patient");
  await expect(elsewhere.getByRole("heading", { level: 1, name: "My appointments" })).toBeVisible();

  await test.step("asks for a link", async () => {
    await page.goto("/sign-in");
    await page.getByRole("link", { name: "Forgotten your password?" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Forgotten your password?" })).toBeVisible();
    await page.getByLabel("E-mail address").fill(person.email);
    await page.getByRole("button", { name: "Send me a link" }).click();
    await expect(page.getByRole("status").filter({ hasText: "a link is on its way" })).toBeFocused();
  });

  await test.step("an address nobody has gets the same answer", async () => {
    await page.getByLabel("E-mail address").fill("nobody@example.test");
    await page.getByRole("button", { name: "Send me a link" }).click();
    await expect(page.getByRole("status").filter({ hasText: "a link is on its way" })).toBeFocused();
  });

  const link = await linkInMailLog(await openAs("admin"), person.email, "Choose a new password");

  await test.step("chooses a new one", async () => {
    await page.goto(link);
    await page.getByLabel("New password").fill("short");
    await page.getByRole("button", { name: "Save and sign in" }).click();
    await expect(page.getByLabel("New password")).toBeFocused();
    await page.getByLabel("New password").fill("a much newer password");
    await page.getByRole("button", { name: "Save and sign in" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "My appointments" })).toBeVisible();
  });

  await test.step("the other device is signed out", async () => {
    await elsewhere.reload();
    await expect(elsewhere.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  });

  await test.step("only the new password opens the account", async () => {
    const form = await openAs("visitor");
    await form.goto("/sign-in");
    await form.getByLabel("E-mail address").fill(person.email);
    await form.getByLabel("Password", { exact: true }).fill("the old password of Otto");
    await form.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(form.getByRole("alert").filter({ hasText: "That did not fit" })).toBeFocused();
    await form.getByLabel("Password", { exact: true }).fill("a much newer password");
    await form.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(form.getByRole("heading", { level: 1, name: "My appointments" })).toBeVisible();
  });
});

test("too many tries are stopped for a while, for that account", async ({ page, database }) => {
  const person = await newPatient(database, "Kai");
  await setPassword(database, person, "nobody guesses this one");
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(person.email);
  const paused = page.getByRole("alert").filter({ hasText: "Too many tries" });
  const refused = page.getByRole("alert").filter({ hasText: "That did not fit" });
  for (let attempt = 0; attempt < 12 && !(await paused.isVisible()); attempt++) {
    await page.getByLabel("Password", { exact: true }).fill(`guess number ${attempt}`);
    await Promise.all([
      page.waitForResponse((response) => response.request().method() === "POST"),
      page.getByRole("button", { name: "Sign in", exact: true }).click(),
    ]);
    await expect(paused.or(refused)).toBeFocused();
  }
  await expect(paused).toContainText(/Please try again in (a minute|\d+ minutes)/);
  await page.getByLabel("Password", { exact: true }).fill("nobody guesses this one");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(paused).toBeVisible();
});
