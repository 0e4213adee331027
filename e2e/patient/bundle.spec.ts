import { bookFor, severalFreeTime } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";
import { pressLabelOf } from "../presses.ts";
import { wordsOf } from "../words.ts";

const services = ["blood-test", "gp-consultation"];

test("a patient books two services in one go, and cancels one of them", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
}) => {
  const { day, date } = wordsOf(await severalFreeTime(clinic.url, services));
  const patient = await newPatient(database);
  const page = await openAs(patient);

  await test.step("puts them in order", async () => {
    await page.goto("/book");
    await page.getByRole("link", { name: "Several services in one go" }).click();
    await page.getByRole("button", { name: "Add GP consultation" }).click();
    await page.getByRole("button", { name: "Find a time for all" }).click();
    await expect(page.getByText("Please add at least two services.")).toBeVisible();
    await page.getByRole("button", { name: "Add Blood test" }).click();
    await page.getByRole("button", { name: "Move Blood test up" }).click();
    await expect(page).toHaveURL(/service=blood-test&doctor=&service=gp-consultation/);
    await expectAccessible(page);
  });

  await test.step("chooses when they begin", async () => {
    await page.getByRole("button", { name: "Find a time for all" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "When shall it begin?" })).toBeVisible();
    await page.goto(`${page.url()}&day=${date}`);
    await pressLabelOf(page.getByRole("radio", { name: `${day}, ` }).last());
    await page.getByRole("button", { name: "Continue with this time" }).click();
  });

  await test.step("answers a question and books both by one press", async () => {
    const asked = page.getByRole("group", { name: "Which arm would you rather have it from?" });
    await pressLabelOf(asked.getByRole("radio", { name: "Left" }));
    await page.getByLabel("Your note").fill("I faint easily.");
    await page.getByRole("button", { name: "Book both" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "All of them are booked" })).toBeVisible();
    await expect(page.getByText("One of them waits for the doctor’s answer")).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("sees that they belong together", async () => {
    await page.getByRole("link", { name: "My appointments" }).last().click();
    await expect(page.getByText("Booked together with GP consultation.")).toBeVisible();
    await page.getByRole("link", { name: /^Details of Blood test/ }).click();
    const together = page.getByRole("region", { name: "Booked together" });
    await expect(together.getByRole("listitem")).toHaveCount(2);
    await expect(page.getByText("I faint easily.")).toBeVisible();
    await expect(page.getByText("Left", { exact: true })).toBeVisible();
  });

  await test.step("cancels one, and the other stays", async () => {
    await page.getByRole("link", { name: "Cancel appointment" }).click();
    await page.getByRole("button", { name: "Yes, cancel it" }).click();
    const together = page.getByRole("region", { name: "Booked together" });
    await expect(together.getByRole("listitem").first()).toContainText("Cancelled");
    await expect(together.getByRole("listitem").last()).toContainText("Requested");
  });
});

test("without JavaScript a lost race books none, keeps what was typed, and one press takes another start", async ({
  openAs,
  clinic,
  database,
}) => {
  const startsAt = await severalFreeTime(clinic.url, services);
  const page = await openAs(await newPatient(database), { javaScriptEnabled: false });
  const query = new URLSearchParams(
    services.flatMap((service) => [
      ["service", service],
      ["doctor", "amara-okafor"],
    ]),
  );
  query.set("day", wordsOf(startsAt).date);
  await page.goto(`/book/several/time?${query}`);
  await pressLabelOf(page.getByRole("radio").first());
  await page.getByRole("button", { name: "Continue with this time" }).click();
  const chosen = new URL(page.url()).searchParams.get("startsAt") ?? "";
  await page.getByLabel("Your note").fill("Please speak slowly.");

  const faster = await newPatient(database);
  await bookFor(clinic.url, faster, { service: "gp-consultation", doctor: "amara-okafor", startsAt: chosen });
  await page.getByRole("button", { name: "Book both" }).click();
  await expect(page.getByText("Blood test cannot be had at that time any more")).toBeVisible();
  await expect(page.getByLabel("Your note")).toHaveValue("Please speak slowly.");
  const others = page.getByRole("button", { name: /^\w{3} \d+ \w{3}, \d\d:\d\d$/ });
  await others.first().click();
  await expect(page.getByRole("heading", { level: 1, name: "All of them are booked" })).toBeVisible();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(2);
});
