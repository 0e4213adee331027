import { expect, type Page } from "@playwright/test";

/** Follows what the administrator of a practice without a mail server does: reads the link in the mail log. */
export async function linkInMailLog(admin: Page, recipient: string, subject: string | RegExp): Promise<string> {
  await admin.goto("/admin/mail");
  await admin.getByRole("row", { name: recipient }).getByRole("link", { name: subject }).first().click();
  await expect(admin.getByRole("heading", { level: 1, name: subject })).toBeVisible();
  return (await admin.getByRole("link", { name: "Open its link" }).getAttribute("href")) ?? "";
}
