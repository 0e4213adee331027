import { expect, test } from "../fixtures.ts";
import { demoPerson } from "../people.ts";

// A picture of eight by eight points.
const picture = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQImWMwXpWGFTEMLQkAgNlQwY8Kg9YAAAAASUVORK5CYII=",
  "base64",
);

test("a doctor puts a face and a publication on their page, which everybody sees", async ({
  openAs,
  database,
  expectAccessible,
  keepScreenshot,
}) => {
  const page = await openAs(await demoPerson(database, "hana.sato"));
  await page.goto("/doctor/profile");

  await test.step("what is no picture is refused in place", async () => {
    await page
      .getByLabel("Picture")
      .setInputFiles({ name: "me.png", mimeType: "image/png", buffer: Buffer.from("<svg/>") });
    await page.getByRole("button", { name: "Add photo" }).click();
    await expect(page.getByText("Please choose a JPEG, PNG or WebP picture.")).toBeVisible();
  });

  await test.step("a photo, a few sentences, a publication", async () => {
    await page.getByLabel("Picture").setInputFiles({ name: "me.png", mimeType: "image/png", buffer: picture });
    await page.getByRole("button", { name: "Add photo" }).click();
    await expect(page.getByRole("status").filter({ hasText: "The photo is on the page now." })).toBeFocused();
    await page.getByLabel("In a few sentences").fill("Listens first.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByRole("status").filter({ hasText: "The page says so now." })).toBeFocused();
    await page.getByLabel("DOI").fill("not a doi");
    await page.getByLabel("Title", { exact: true }).last().fill("Listening, a controlled trial");
    await page.getByRole("button", { name: "Add publication" }).click();
    await expect(page.getByText("This is no DOI.")).toBeVisible();
    await page.getByLabel("DOI").fill("https://doi.org/10.5555/listening.2025");
    await page.getByLabel("Year").fill("2025");
    await page.getByRole("button", { name: "Add publication" }).click();
    await expect(page.getByRole("status").filter({ hasText: "stands in its year" })).toBeVisible();
    await expectAccessible(page);
    await keepScreenshot("doctor-profile", page);
  });

  await test.step("everybody sees them", async () => {
    const visitor = await openAs("visitor");
    await visitor.goto("/doctors/hana-sato");
    await expect(visitor.getByText("Listens first.")).toBeVisible();
    const publication = visitor.getByRole("listitem").filter({ hasText: "Listening, a controlled trial" });
    await expect(publication).toContainText("2025");
    await expect(publication.getByRole("link")).toHaveAttribute("href", "https://doi.org/10.5555/listening.2025");
    const photo = visitor.locator("main img");
    await expect(photo).toHaveJSProperty("naturalWidth", 640);
    const response = await visitor.request.get((await photo.getAttribute("src")) ?? "");
    expect(response.headers()).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
    });
  });
});
