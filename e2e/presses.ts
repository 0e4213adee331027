import { expect, type Locator, type Page } from "@playwright/test";

/** Presses what is written on a radio or tick box; the control itself may lie under its label. */
export async function pressLabelOf(control: Locator): Promise<void> {
  await control.locator("xpath=ancestor::label").click();
}

/** Types more than the field takes from a person, as somebody who sends forms by hand would. */
export async function fillBeyondLimit(field: Locator, text: string): Promise<void> {
  await field.evaluate((element) => element.removeAttribute("maxlength"));
  await field.fill(text);
}

/** Presses a button that saves, and saves anyway where the change would strand somebody. */
export async function pressAndSaveAnyway(page: Page, button: Locator, saved: Locator): Promise<void> {
  await button.click();
  const anyway = page.getByRole("button", { name: "Save anyway" });
  await expect(anyway.or(saved)).toBeVisible();
  if (await anyway.isVisible()) await anyway.click();
}

/** Goes on with the Tab key until the control has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, control: Locator, most = 120): Promise<void> {
  for (let press = 0; press < most; press++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${most} presses of Tab did not reach ${control}`);
}
