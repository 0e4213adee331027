import { afterEach, expect, test } from "vitest";
import { createFirstAdmin, createFirstAdminLink, isFirstAdminLink } from "#lib/accounts/server/first-admin.ts";
import { loadActor } from "#lib/auth/load-actor.ts";
import { db } from "#lib/db/client.ts";
import { anyEmail, goodPassword, makePerson } from "./people.ts";

const place = { clinicName: "Northgate Practice", timeZone: "Europe/London", currency: "GBP", country: "GB" };
const answers = (n = 0) => ({ ...place, slug: `clinic-${n}`, name: "Ada", email: anyEmail(), password: goodPassword });

async function newLink(): Promise<string> {
  const link = await createFirstAdminLink();
  if (!link) throw new Error("There is an admin already");
  const token = new URL(link).searchParams.get("token");
  if (!token) throw new Error(`No token in ${link}`);
  return token;
}

afterEach(async () => {
  await db.membership.deleteMany();
  await db.user.deleteMany();
  await db.clinic.deleteMany();
});

test("of twenty who use the link at once exactly one becomes the admin, and nothing is left of the others", async () => {
  const token = await newLink();
  const results = await Promise.all(Array.from({ length: 20 }, (_, n) => createFirstAdmin(token, answers(n))));
  const made = results.flatMap((result) => (result.ok ? [result.value] : []));
  expect(made).toHaveLength(1);
  expect([await db.clinic.count(), await db.user.count(), await db.membership.count()]).toEqual([1, 1, 1]);
  const actor = made[0] && (await loadActor(made[0].userId, made[0].sessionEpoch));
  expect(actor?.memberships.map(({ role }) => role)).toEqual(["admin"]);
});

test("a second link does not make a second admin", async () => {
  const older = await newLink();
  const newer = await newLink();
  expect([await isFirstAdminLink(older), await isFirstAdminLink(newer)]).toEqual([false, true]);
  expect((await createFirstAdmin(newer, answers(1))).ok).toBe(true);
  for (const token of [older, newer]) {
    expect(await createFirstAdmin(token, answers(2))).toMatchObject({ refusal: { code: "NOT_FOUND" } });
  }
  expect(await createFirstAdminLink()).toBeNull();
});

test("a refusal leaves the link alive and nothing half made", async () => {
  const token = await newLink();
  const { email } = await makePerson();
  const taken = await createFirstAdmin(token, { ...answers(), email });
  expect(taken).toMatchObject({ refusal: { errors: [{ path: "email", message: "email_taken" }] } });
  expect(await createFirstAdmin(token, { ...answers(), password: "Password12345" })).toMatchObject({
    refusal: { errors: [{ path: "password" }] },
  });
  expect(await db.clinic.count()).toBe(0);
  expect((await createFirstAdmin(token, answers())).ok).toBe(true);
});

test.each([
  [{ clinicName: " " }, "clinicName"],
  [{ slug: "Not a slug!" }, "slug"],
  [{ timeZone: "Mars/Olympus" }, "timeZone"],
  [{ currency: "XXQ" }, "currency"],
  [{ country: "ZZ" }, "country"],
  [{ email: "nobody" }, "email"],
])("%j is refused in its field", async (wrong, path) => {
  const refused = await createFirstAdmin(await newLink(), { ...answers(), ...wrong });
  expect(refused).toMatchObject({ refusal: { code: "VALIDATION", errors: [{ path }] } });
});

test("the practice's own name is no password", async () => {
  const token = await newLink();
  expect(await createFirstAdmin(token, { ...answers(), password: "Northgate Practice 1" })).toMatchObject({
    refusal: { errors: [{ path: "password", message: "password_personal" }] },
  });
  expect((await createFirstAdmin(token, answers())).ok).toBe(true);
});

test("the short name is made from the long one", async () => {
  await createFirstAdmin(await newLink(), { ...answers(), slug: "" });
  expect((await db.clinic.findFirstOrThrow()).slug).toBe("northgate-practice");
});
