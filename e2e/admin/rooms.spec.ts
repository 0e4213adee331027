import type { Page } from "@playwright/test";
import { bookFor, freeTimes, inDays } from "../booking.ts";
import { expect, test } from "../fixtures.ts";
import { newPatient } from "../people.ts";
import { pressLabelOf } from "../presses.ts";
import { wordsOf } from "../words.ts";

/** Far enough ahead that the demo clinic is not crowded. */
const ahead = inDays(12);

test("an admin adds rooms that a service needs, and the front desk changes who is in which", async ({
  openAs,
  clinic,
  database,
  expectAccessible,
}) => {
  const kind = "Consulting room";
  const [first, second, third] = ["Room A", "Room B", "Room C"] as const;
  const service = "gp-consultation";
  const [iris, omar] = [await newPatient(database, "Iris"), await newPatient(database, "Omar")];
  const admin = await openAs("admin");

  await test.step("adds a kind with two rooms", async () => {
    await admin.goto("/admin/rooms");
    await addRoom(admin, first, kind);
    // The kind stays in the field for the next one.
    await addRoom(admin, second);
    await expect(admin.getByRole("region", { name: kind })).toContainText(second);
    await expectAccessible(admin);
  });

  await test.step("says that a service needs one of it", () => needRoom(admin, kind));

  const startsAt = await freeForBoth(clinic.url, service);
  const { day, date, time } = wordsOf(startsAt);

  const id = await test.step("a patient books it and gets the first room", async () => {
    const page = await openAs(iris);
    await page.goto(`/book/time?service=${service}&doctor=amara-okafor&day=${date}`);
    await pressLabelOf(page.getByRole("radio", { name: `${day}, ${time}, ` }));
    await page.getByRole("button", { name: "Continue with this time" }).click();
    await page.getByRole("button", { name: "Continue to the check" }).click();
    await page.getByRole("button", { name: "Request this appointment" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Requested, not yet confirmed" })).toBeVisible();
    return new URL(page.url()).pathname.split("/").at(-1);
  });
  await bookFor(clinic.url, omar, { service, doctor: "priya-raman", startsAt });

  const staff = await openAs("staff");
  await test.step("staff see on the board who is in which room", async () => {
    await staff.goto(`/staff/${date}`);
    await expect(lineOf(staff, iris.name)).toContainText(first);
    await expect(lineOf(staff, omar.name)).toContainText(second);
  });

  await test.step("they change it to a free one", async () => {
    await addRoom(admin, third, kind);
    await staff.getByRole("link", { name: iris.name }).click();
    await expect(staff).toHaveURL(new RegExp(`/staff/appointments/${id}`));
    await expect(staff.getByRole("definition").filter({ hasText: first })).toBeVisible();
    await chooseRoom(staff, third);
    await expect(staff.getByRole("status").filter({ hasText: "Changed." })).toBeFocused();
    await expect(staff.getByRole("definition").filter({ hasText: third })).toBeVisible();
    await expectAccessible(staff);
  });

  await test.step("and are told when another one is taken", async () => {
    await chooseRoom(staff, second);
    await expect(staff.getByText("Every room or device that this needs is taken then.")).toBeVisible();
    await staff.reload();
    await expect(staff.getByRole("definition").filter({ hasText: third })).toBeVisible();
    await staff.goto(`/staff/${date}`);
    await expect(lineOf(staff, iris.name)).toContainText(third);
  });

  await needRoom(admin, "No room or device of a kind");
});

test("several people share a session, and the board shows it once", async ({ openAs, clinic, database }) => {
  const service = "back-class";
  const [ada, ben] = [await newPatient(database, "Ada"), await newPatient(database, "Ben")];
  const page = await openAs(ada);
  await page.goto(`/book/time?service=${service}&day=${ahead}`);
  const startsAt = await page.getByText("4 left").first().locator("xpath=ancestor::label//input").inputValue();
  const { day, date, time } = wordsOf(startsAt);
  const radio = (on: Page) => on.getByRole("radio", { name: `${day}, ${time}, ` });

  await test.step("a patient sees the seats, and books one", async () => {
    await expect(radio(page)).toHaveAccessibleDescription("4 left");
    await pressLabelOf(radio(page));
    await page.getByRole("button", { name: "Continue with this time" }).click();
    await page.getByRole("button", { name: "Continue to the check" }).click();
    await page.getByRole("button", { name: "Book this appointment" }).click();
    await expect(page.getByRole("heading", { name: "Your appointment is confirmed" })).toBeVisible();
  });

  await test.step("others see one seat less, and join", async () => {
    const visitor = await openAs("visitor");
    await visitor.goto(`/book/time?service=${service}&day=${date}`);
    await expect(radio(visitor)).toHaveAccessibleDescription("3 left");
    await bookFor(clinic.url, ben, { service, startsAt });
    await visitor.reload();
    await expect(radio(visitor)).toHaveAccessibleDescription("2 left");
  });

  await test.step("the board shows one session with both of them", async () => {
    const staff = await openAs("staff");
    await staff.goto(`/staff/${date}#t-${startsAt}`);
    const slot = staff.locator(`#t-${startsAt}`);
    const session = slot.getByRole("listitem").filter({ hasText: "Back class" }).filter({ hasText: ada.name }).first();
    await expect(session).toContainText("2 of 4 seats");
    await expect(session).toContainText("Exercise hall");
    await expect(session.getByRole("link", { name: ben.name })).toBeVisible();
    for (const { name } of [ada, ben]) await expect(staff.getByRole("link", { name })).toHaveCount(1);
    await expect(slot.getByText("2 of 4 seats")).toHaveCount(1);
  });
});

async function addRoom(page: Page, name: string, kind?: string): Promise<void> {
  const form = page.getByRole("region", { name: "Add a room or device" });
  if (kind) await form.getByLabel("Kind").fill(kind);
  await form.getByLabel("Name").fill(name);
  await form.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: `${name} was added.` })).toBeFocused();
}

/** Of consultations; then back to the rooms. */
async function needRoom(page: Page, kind: string): Promise<void> {
  await page.goto("/admin/services/gp-consultation");
  await page.getByLabel("Needs").selectOption({ label: kind });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeFocused();
  await page.goto("/admin/rooms");
}

/** A time at which two doctors could take one consultation each. */
async function freeForBoth(siteUrl: string, service: string): Promise<string> {
  const [one, other] = await Promise.all(
    ["amara-okafor", "priya-raman"].map((doctor) => freeTimes(siteUrl, { service, doctor, day: ahead })),
  );
  const startsAt = one?.find((time) => other?.includes(time));
  if (!startsAt) throw new Error(`No time from ${ahead} on at which both are free.`);
  return startsAt;
}

/** Somebody's line on the board. */
function lineOf(page: Page, name: string) {
  return page
    .getByRole("listitem")
    .filter({ has: page.getByRole("link", { name }) })
    .last();
}

async function chooseRoom(page: Page, name: string): Promise<void> {
  const section = page.getByRole("region", { name: "Room or device" });
  await section.getByLabel("Which one").selectOption({ label: name });
  await section.getByRole("button", { name: "Change" }).click();
}
