import { readFile } from "node:fs/promises";
import { freeTime } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { linkInMailLog } from "../mail-log.ts";
import { pressLabelOf } from "../presses.ts";
import { wordsOf } from "../words.ts";

const wish = { service: "gp-consultation", doctor: "elin-lindqvist" };

test("a guest whose browser asks for German books in German, and is written to in German", async ({
  openAs,
  clinic,
}, info) => {
  const email = `jule-${info.project.name}@example.test`;
  const { day, time, date } = wordsOf(await freeTime(clinic.url, wish), "de-DE");
  const page = await openAs("visitor", { own: { locale: "de-DE" } });
  const main = page.getByRole("main");

  await test.step("chooses a time", async () => {
    await page.goto(`/book/time?${new URLSearchParams({ ...wish, day: date })}`);
    await expect(page.locator("html")).toHaveAttribute("lang", "de-DE");
    const radio = page.getByRole("radio", { name: `${day}, ${time}, ` });
    await expect(radio).toHaveAccessibleName(/, 20 Minuten$/);
    await pressLabelOf(radio);
    await page.getByRole("button", { name: "Mit dieser Zeit weiter" }).click();
    await expect(page.getByText(/^Für Sie freigehalten bis \d\d:\d\d/)).toBeVisible();
    await page.getByLabel("Ihre Notiz").fill("Seit gestern Kopfschmerzen.");
    await page.getByRole("button", { name: "Weiter zum Prüfen" }).click();
  });

  await test.step("is told what is missing, with what was typed kept", async () => {
    await expect(page.getByRole("heading", { level: 1, name: "Stimmt alles?" })).toBeVisible();
    // What the browser lets through, and the server does not.
    const [name, address] = [page.getByLabel("Ihr Name"), page.getByLabel("E-Mail-Adresse")];
    await name.fill(" ");
    await address.fill("jule@praxis");
    await page.getByRole("button", { name: "Diesen Termin anfragen" }).click();
    await expect(name).toHaveAccessibleDescription("Bitte füllen Sie das aus.");
    await expect(address).toHaveAccessibleDescription(/Das sieht nicht nach einer E-Mail-Adresse aus\./);
    await expect(address).toHaveValue("jule@praxis");
  });

  await test.step("requests it", async () => {
    await page.getByLabel("Ihr Name").fill("Jule Brandt");
    await page.getByLabel("E-Mail-Adresse").fill(email);
    await page.getByRole("button", { name: "Diesen Termin anfragen" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Angefragt, noch nicht bestätigt" })).toBeVisible();
    await expect(main).toContainText(`Wir schreiben an ${email}`);
    await expect(main).toContainText(`${day}${time}`);
  });

  const link = await test.step("is sent a German mail, whatever its reader in the office reads", async () => {
    const office = await openAs("admin");
    const opened = await linkInMailLog(office, email, /^Angefragt, noch nicht bestätigt: /);
    const mail = office.frameLocator("iframe");
    await expect(mail.locator("html")).toHaveAttribute("lang", "de-DE");
    await expect(mail.getByText("Guten Tag Jule Brandt,")).toBeVisible();
    await expect(mail.getByRole("row", { name: `Tag ${day}` })).toBeVisible();
    return opened;
  });

  await test.step("and saves it for a calendar, in German too where the browser asks for none", async () => {
    const phone = await openAs("visitor", { own: { locale: "fr-FR" } });
    await phone.goto(link);
    const saved = phone.waitForEvent("download");
    await phone.getByRole("link", { name: "Add to calendar" }).click();
    const file = await readFile(await (await saved).path(), "utf8");
    expect(file).toContain("\r\nSUMMARY:Angefragt\\, noch nicht bestätigt: Termin bei Northgate Practice\r\n");
  });
});
