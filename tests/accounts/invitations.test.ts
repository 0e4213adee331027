import { expect, test } from "vitest";
import { acceptInvitation } from "#lib/accounts/server/accept-invitation.ts";
import { resendInvitation, revokeInvitation } from "#lib/accounts/server/change-invitation.ts";
import { findInvitation } from "#lib/accounts/server/find-invitation.ts";
import { invitePerson } from "#lib/accounts/server/invite-person.ts";
import { openInvitations } from "#lib/accounts/server/open-invitations.ts";
import { registerAccount } from "#lib/accounts/server/register-account.ts";
import { signIn } from "#lib/accounts/server/sign-in.ts";
import { loadActor } from "#lib/auth/load-actor.ts";
import { db } from "#lib/db/client.ts";
import { makeClinic } from "../factories.ts";
import {
  actorOf,
  anyEmail,
  anyVisitor,
  auditOf,
  giveRole,
  goodPassword,
  mailedToken,
  mailsTo,
  makePerson,
  otherPassword,
} from "./people.ts";

async function clinicWithAdmin() {
  const clinic = await makeClinic();
  const admin = await makePerson();
  await giveRole(admin, clinic.id, "admin");
  return { clinicId: clinic.id, admin, actor: await actorOf(admin) };
}
type House = Awaited<ReturnType<typeof clinicWithAdmin>>;

async function invite({ actor, clinicId }: House, email: string, ...roles: string[]): Promise<string> {
  const result = await invitePerson(actor, { clinicId, email, roles });
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value.id;
}

const newcomer = { name: "Nadia Petrova", password: otherPassword };
const dead = { ok: false, refusal: { code: "NOT_FOUND" } };

test("whoever is new chooses a name and a password, and works there at once", async () => {
  const house = await clinicWithAdmin();
  const email = anyEmail();
  await invite(house, email, "doctor", "staff");
  const token = await mailedToken(email);
  expect(await findInvitation(token)).toMatchObject({ email, roles: ["doctor", "staff"], account: "none" });

  const accepted = await acceptInvitation(token, newcomer);
  if (!accepted.ok) throw new Error(accepted.refusal.code);
  const { userId, sessionEpoch } = accepted.value;
  const actor = await loadActor(userId, sessionEpoch);
  expect(actor?.memberships.map(({ role }) => role).sort()).toEqual(["doctor", "staff"]);
  expect(actor?.doctorId).not.toBeNull();
  expect(await db.doctor.findUnique({ where: { userId } })).toMatchObject({ name: "Nadia Petrova", isActive: true });
  expect(await signIn(anyVisitor(), { email, password: otherPassword })).toMatchObject({ ok: true });
  expect(await auditOf(userId)).toContain("user.joined");
  expect(await openInvitations(house.actor, { clinicId: house.clinicId })).toEqual({ ok: true, value: [] });
  expect(await acceptInvitation(token, newcomer)).toMatchObject(dead);
});

test("a name or a password that will not do leaves the link alive", async () => {
  const house = await clinicWithAdmin();
  const email = anyEmail();
  await invite(house, email, "staff");
  const token = await mailedToken(email);
  const short = await acceptInvitation(token, { name: "", password: "short" });
  expect(short).toMatchObject({ refusal: { code: "VALIDATION", errors: [{ path: "name", message: "required" }] } });
  expect(await acceptInvitation(token, { name: "Ada", password: "short" })).toMatchObject({
    refusal: { errors: [{ path: "password", message: "password_short" }] },
  });
  expect(await db.user.count({ where: { email } })).toBe(0);
  expect(await acceptInvitation(token, newcomer)).toMatchObject({ ok: true });
});

test("of many acceptances at once one counts", async () => {
  for (let round = 0; round < 3; round++) {
    const house = await clinicWithAdmin();
    const email = anyEmail();
    await invite(house, email, "staff");
    const token = await mailedToken(email);
    const results = await Promise.all(
      Array.from({ length: 4 }, (_, n) => acceptInvitation(token, { ...newcomer, name: `Twin ${n}` })),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const user = await db.user.findUniqueOrThrow({ where: { email }, include: { memberships: true } });
    expect(user.memberships).toMatchObject([{ role: "staff", clinicId: house.clinicId }]);
    expect((await auditOf(user.id)).filter((action) => action === "user.joined")).toHaveLength(1);
  }
});

test("an account is proved by its password or by being signed in, and ends its sessions", async () => {
  const house = await clinicWithAdmin();
  const person = await makePerson({ name: "Known" });
  await invite(house, person.email, "staff");
  const token = await mailedToken(person.email);
  expect(await findInvitation(token)).toMatchObject({ account: "open", hasPassword: true, userId: person.id });
  expect(await acceptInvitation(token, { password: otherPassword })).toMatchObject({
    refusal: { errors: [{ path: "password", message: "password_wrong" }] },
  });
  const stranger = await actorOf(await makePerson());
  expect(await acceptInvitation(token, {}, stranger)).toMatchObject({ refusal: { code: "VALIDATION" } });
  expect(await acceptInvitation(token, { password: goodPassword })).toMatchObject({ ok: true });
  expect(await loadActor(person.id, 0)).toBeNull();
  expect((await actorOf(person)).memberships).toMatchObject([{ role: "staff" }]);
  expect(await db.user.findUnique({ where: { id: person.id } })).toMatchObject({ name: "Known" });

  await invite(house, person.email, "doctor");
  const second = await mailedToken(person.email);
  expect(await acceptInvitation(second, {}, await actorOf(person))).toMatchObject({ ok: true });
  expect((await actorOf(person)).doctorId).not.toBeNull();
});

test("an account that nobody confirmed belongs to whoever reads the mailbox", async () => {
  const house = await clinicWithAdmin();
  const email = anyEmail();
  await registerAccount(anyVisitor(), { name: "A stranger", email, password: goodPassword });
  await invite(house, email, "staff");
  const [invitation] = (await mailsTo(email)).filter(({ kind }) => kind === "invitation");
  const accepted = await acceptInvitation(invitation?.token ?? "", newcomer);
  expect(accepted).toMatchObject({ ok: true });
  expect(await signIn(anyVisitor(), { email, password: goodPassword })).toMatchObject({ ok: false });
  expect(await signIn(anyVisitor(), { email, password: otherPassword })).toMatchObject({ ok: true });
});

test("a closed account stays closed", async () => {
  const house = await clinicWithAdmin();
  const person = await makePerson({ isDisabled: true });
  await invite(house, person.email, "staff");
  const token = await mailedToken(person.email);
  expect(await acceptInvitation(token, { password: goodPassword })).toMatchObject(dead);
  expect(await db.membership.count({ where: { userId: person.id } })).toBe(0);
});

test("a link ends after a week, when it is withdrawn, and when a newer one is sent", async () => {
  const house = await clinicWithAdmin();
  const [late, withdrawn, renewed] = [anyEmail(), anyEmail(), anyEmail()];
  const lateId = await invite(house, late, "staff");
  const lateToken = await mailedToken(late);
  await db.$executeRaw`UPDATE access_token SET expires_at = now() - interval '1 second' WHERE subject = ${lateId}`;
  await db.$executeRaw`UPDATE invitation SET expires_at = now() - interval '1 second' WHERE id = ${lateId}::uuid`;
  expect(await acceptInvitation(lateToken, newcomer)).toMatchObject(dead);

  const id = await invite(house, withdrawn, "staff");
  const withdrawnToken = await mailedToken(withdrawn);
  expect(await revokeInvitation(house.actor, { id })).toEqual({ ok: true, value: { email: withdrawn } });
  expect(await acceptInvitation(withdrawnToken, newcomer)).toMatchObject(dead);
  expect(await mailsTo(withdrawn)).toEqual([{ kind: "invitation", status: "superseded", token: null }]);
  expect(await revokeInvitation(house.actor, { id })).toMatchObject(dead);

  await invite(house, renewed, "staff");
  const first = await mailedToken(renewed);
  await invite(house, renewed, "admin");
  expect(await acceptInvitation(first, newcomer)).toMatchObject(dead);
  const open = await openInvitations(house.actor, { clinicId: house.clinicId });
  expect(open.ok && open.value).toMatchObject([
    { email: renewed, roles: ["admin"], state: "open" },
    { email: late, state: "lapsed" },
  ]);

  expect(await resendInvitation(house.actor, { id: lateId })).toEqual({ ok: true, value: { email: late } });
  expect(await acceptInvitation(lateToken, newcomer)).toMatchObject(dead);
  expect(await acceptInvitation(await mailedToken(late), newcomer)).toMatchObject({ ok: true });
});

test("an invitation is worth what its sender's role is worth", async () => {
  const house = await clinicWithAdmin();
  const email = anyEmail();
  const id = await invite(house, email, "admin");
  const token = await mailedToken(email);
  const successor = await makePerson();
  await giveRole(successor, house.clinicId, "admin");
  await db.membership.deleteMany({ where: { userId: house.admin.id } });
  expect(await findInvitation(token)).toBeNull();
  expect(await acceptInvitation(token, newcomer)).toMatchObject(dead);
  expect(await resendInvitation(house.actor, { id })).toMatchObject(dead);
  expect(await resendInvitation(await actorOf(successor), { id })).toMatchObject({ ok: true });
  expect(await acceptInvitation(await mailedToken(email), newcomer)).toMatchObject({ ok: true });
});

test("who holds the roles already is not asked again, and nobody is flooded", async () => {
  const house = await clinicWithAdmin();
  const colleague = await makePerson();
  await giveRole(colleague, house.clinicId, "staff");
  const input = { clinicId: house.clinicId, email: colleague.email, roles: ["staff"] };
  expect(await invitePerson(house.actor, input)).toMatchObject({
    refusal: { errors: [{ path: "email", message: "member_already" }] },
  });
  expect(await invitePerson(house.actor, { ...input, roles: [] })).toMatchObject({
    refusal: { errors: [{ path: "roles", message: "choose_role" }] },
  });
  const email = anyEmail();
  for (let n = 0; n < 5; n++) await invite(house, email, "staff");
  expect(await invitePerson(house.actor, { ...input, email })).toMatchObject({ refusal: { code: "RATE_LIMITED" } });
});

test("two practices may invite one person at once, and each keeps its link", async () => {
  const [one, two] = [await clinicWithAdmin(), await clinicWithAdmin()];
  const email = anyEmail();
  await invite(one, email, "staff");
  await invite(two, email, "doctor");
  const tokens = (await mailsTo(email)).map(({ token }) => token ?? "");
  expect(await acceptInvitation(tokens[0] ?? "", newcomer)).toMatchObject({ ok: true });
  expect(await findInvitation(tokens[1] ?? "")).toMatchObject({ account: "open", roles: ["doctor"] });
  expect(await acceptInvitation(tokens[1] ?? "", { password: otherPassword })).toMatchObject({ ok: true });
});
