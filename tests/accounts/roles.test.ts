import { expect, test } from "vitest";
import { grantRole } from "#lib/accounts/server/grant-role.ts";
import { revokeRole } from "#lib/accounts/server/revoke-role.ts";
import type { Role } from "#lib/auth/actor.ts";
import { loadActor } from "#lib/auth/load-actor.ts";
import { systemActor } from "#lib/auth/system-actor.ts";
import { db } from "#lib/db/client.ts";
import { makeClinic } from "../factories.ts";
import { actorOf, auditOf, giveRole, makePerson } from "./people.ts";

async function clinicWithAdmin() {
  const clinic = await makeClinic();
  const admin = await makePerson();
  await giveRole(admin, clinic.id, "admin");
  return { clinicId: clinic.id, admin };
}
const rolesOf = async (userId: string): Promise<Role[]> =>
  (await db.membership.findMany({ where: { userId }, orderBy: { role: "asc" } })).map(({ role }) => role);

test("a granted role holds from the next sign-in on: the sessions before it end", async () => {
  const { clinicId, admin } = await clinicWithAdmin();
  const person = await makePerson();
  const input = { clinicId, userId: person.id, role: "staff" };
  expect(await grantRole(await actorOf(admin), input)).toEqual({ ok: true, value: null });
  expect(await loadActor(person.id, 0)).toBeNull();
  expect((await loadActor(person.id, 1))?.memberships).toEqual([{ clinicId, role: "staff" }]);
  expect(await grantRole(await actorOf(admin), input)).toEqual({ ok: true, value: null });
  expect(await loadActor(person.id, 1)).not.toBeNull();

  expect(await revokeRole(await actorOf(admin), input)).toEqual({ ok: true, value: null });
  expect(await loadActor(person.id, 1)).toBeNull();
  expect((await loadActor(person.id, 2))?.memberships).toEqual([]);
  expect(await auditOf(person.id)).toEqual(["user.role_granted", "user.role_revoked"]);
});

test("a doctor gets a page of their own, also with a name that is taken", async () => {
  const { clinicId, admin } = await clinicWithAdmin();
  const people = await Promise.all([1, 2].map(() => makePerson({ name: "Amara Okafor" })));
  for (const { id: userId } of people) await grantRole(await actorOf(admin), { clinicId, userId, role: "doctor" });
  const doctors = await db.doctor.findMany({ where: { userId: { in: people.map(({ id }) => id) } } });
  expect(new Set(doctors.map(({ slug }) => slug)).size).toBe(2);
  expect(doctors.every(({ slug }) => slug.startsWith("amara-okafor"))).toBe(true);
});

test.each(["patient", "doctor", "staff", "admin elsewhere"])("%s may neither grant nor revoke", async (who) => {
  const { clinicId, admin } = await clinicWithAdmin();
  const person = await makePerson();
  if (who === "admin elsewhere") await giveRole(person, (await makeClinic()).id, "admin");
  else if (who !== "patient") await giveRole(person, clinicId, who as Role);
  const before = await rolesOf(person.id);
  const actor = await actorOf(person);
  const grant = await grantRole(actor, { clinicId, userId: person.id, role: "admin" });
  const revoke = await revokeRole(actor, { clinicId, userId: admin.id, role: "admin" });
  expect([grant, revoke]).toMatchObject([{ refusal: { code: "FORBIDDEN" } }, { refusal: { code: "FORBIDDEN" } }]);
  expect([await rolesOf(person.id), await rolesOf(admin.id)]).toEqual([before, ["admin"]]);
});

test("a clinic's last admin stays, whoever asks", async () => {
  const { clinicId, admin } = await clinicWithAdmin();
  const closed = await makePerson({ isDisabled: true });
  await giveRole(closed, clinicId, "admin");
  const input = { clinicId, userId: admin.id, role: "admin" };
  for (const actor of [await actorOf(admin), systemActor("test")]) {
    expect(await revokeRole(actor, input)).toMatchObject({ refusal: { detail: { reason: "last_admin" } } });
  }
});

test("two admins who take the role from each other at once leave one", async () => {
  for (let round = 0; round < 10; round++) {
    const { clinicId, admin } = await clinicWithAdmin();
    const other = await makePerson();
    await giveRole(other, clinicId, "admin");
    const [one, two] = await Promise.all([actorOf(admin), actorOf(other)]);
    const results = await Promise.all([
      revokeRole(one, { clinicId, userId: other.id, role: "admin" }),
      revokeRole(two, { clinicId, userId: admin.id, role: "admin" }),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await db.membership.count({ where: { clinicId, role: "admin" } })).toBe(1);
  }
});

test("nobody grants with a role that was taken in the meantime", async () => {
  const { clinicId, admin } = await clinicWithAdmin();
  const former = await makePerson();
  await giveRole(former, clinicId, "admin");
  const stale = await actorOf(former);
  await revokeRole(await actorOf(admin), { clinicId, userId: former.id, role: "admin" });
  expect(await grantRole(stale, { clinicId, userId: former.id, role: "admin" })).toMatchObject({
    refusal: { code: "FORBIDDEN" },
  });
});

test("unknown people and roles nobody holds are not found", async () => {
  const { clinicId, admin } = await clinicWithAdmin();
  const actor = await actorOf(admin);
  const nobody = "00000000-0000-7000-8000-000000000000";
  expect(await grantRole(actor, { clinicId, userId: nobody, role: "staff" })).toMatchObject({
    refusal: { code: "NOT_FOUND" },
  });
  expect(await revokeRole(actor, { clinicId, userId: admin.id, role: "doctor" })).toMatchObject({
    refusal: { code: "NOT_FOUND" },
  });
});
