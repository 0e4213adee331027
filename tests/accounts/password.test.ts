import { expect, test } from "vitest";
import { changePassword } from "#lib/accounts/server/change-password.ts";
import { endSessions } from "#lib/accounts/server/end-sessions.ts";
import { registerAccount } from "#lib/accounts/server/register-account.ts";
import { requestPasswordReset } from "#lib/accounts/server/request-password-reset.ts";
import { resetPassword } from "#lib/accounts/server/reset-password.ts";
import { signIn } from "#lib/accounts/server/sign-in.ts";
import { verifyEmail } from "#lib/accounts/server/verify-email.ts";
import { loadActor } from "#lib/auth/load-actor.ts";
import { db } from "#lib/db/client.ts";
import { ownerSql } from "../database.ts";
import { makeClinic } from "../factories.ts";
import {
  actorOf,
  anyEmail,
  anyVisitor,
  auditOf,
  goodPassword,
  mailedToken,
  mailsTo,
  makePerson,
  otherPassword,
} from "./people.ts";

const opens = async (email: string, password: string) => (await signIn(anyVisitor(), { email, password })).ok;

test("a mailed link sets a new password, once, and ends every session", async () => {
  const person = await makePerson();
  const { id, email, sessionEpoch } = person;
  expect(await requestPasswordReset(anyVisitor(), { email })).toEqual({ ok: true, value: null });
  const token = await mailedToken(email);
  expect(await loadActor(id, sessionEpoch)).not.toBeNull();

  const reset = await resetPassword(token, { password: otherPassword });
  expect(reset).toEqual({ ok: true, value: { userId: id, sessionEpoch: sessionEpoch + 1 } });
  expect(await loadActor(id, sessionEpoch)).toBeNull();
  expect(await loadActor(id, sessionEpoch + 1)).not.toBeNull();
  expect([await opens(email, goodPassword), await opens(email, otherPassword)]).toEqual([false, true]);
  expect((await mailsTo(email)).map((mail) => mail.kind)).toEqual(["reset_password", "password_changed"]);
  expect(await resetPassword(token, { password: goodPassword })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
  expect((await auditOf(id)).slice(0, 2)).toEqual(["user.password_reset_requested", "user.password_reset"]);
});

test("of twenty uses of one link at once exactly one succeeds", async () => {
  const { email } = await makePerson();
  await requestPasswordReset(anyVisitor(), { email });
  const token = await mailedToken(email);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => resetPassword(token, { password: `nine loud paper boats ${n}` })),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await opens(email, `nine loud paper boats ${answers.findIndex((answer) => answer.ok)}`)).toBe(true);
});

test("a weak password is refused and leaves the link alive", async () => {
  const { email } = await makePerson();
  await requestPasswordReset(anyVisitor(), { email });
  const token = await mailedToken(email);
  expect(await resetPassword(token, { password: "Password12345" })).toMatchObject({ refusal: { code: "VALIDATION" } });
  expect((await resetPassword(token, { password: otherPassword })).ok).toBe(true);
});

test("the name of a clinic here is refused on every way to a password", async () => {
  const name = "Hazelwood Surgery";
  const { id } = await makeClinic();
  await ownerSql("UPDATE clinic SET name = $2 WHERE id = $1", [id, name]);
  const refused = { refusal: { code: "VALIDATION", errors: [{ path: "password", message: "password_personal" }] } };
  const person = await makePerson();
  await requestPasswordReset(anyVisitor(), { email: person.email });
  const token = await mailedToken(person.email);
  const given = { currentPassword: goodPassword, password: name };
  expect(await resetPassword(token, { password: name })).toMatchObject(refused);
  expect(await changePassword(await actorOf(person), given)).toMatchObject(refused);
  const account = { name: "Ada", email: anyEmail(), password: name };
  expect(await registerAccount(anyVisitor(), account)).toMatchObject(refused);
});

test("a newer link replaces the older", async () => {
  const { email } = await makePerson();
  await requestPasswordReset(anyVisitor(), { email });
  const older = await mailedToken(email);
  await requestPasswordReset(anyVisitor(), { email });
  expect((await resetPassword(older, { password: otherPassword })).ok).toBe(false);
  expect((await resetPassword(await mailedToken(email), { password: otherPassword })).ok).toBe(true);
});

test("strangers and closed accounts get the same answer and no mail", async () => {
  const { email } = await makePerson({ isDisabled: true });
  for (const address of [email, anyEmail()]) {
    expect(await requestPasswordReset(anyVisitor(), { email: address })).toEqual({ ok: true, value: null });
    expect(await mailsTo(address)).toEqual([]);
  }
});

test("a link for confirming an address does not set a password, nor the other way round", async () => {
  const { email } = await makePerson({ isVerified: false });
  await requestPasswordReset(anyVisitor(), { email });
  const token = await mailedToken(email);
  expect(await verifyEmail(token, { password: goodPassword })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
  expect((await resetPassword(token, { password: otherPassword })).ok).toBe(true);
  // Whoever read the link reads the mailbox: the address counts as confirmed.
  expect(await opens(email, otherPassword)).toBe(true);
});

test("changing it asks for the old one, ends every other session and tells the owner", async () => {
  const person = await makePerson();
  const actor = await actorOf(person);
  const change = (currentPassword: string, password: string) => changePassword(actor, { currentPassword, password });
  expect(await change(otherPassword, otherPassword)).toMatchObject({
    refusal: { errors: [{ path: "currentPassword", message: "password_wrong" }] },
  });
  expect(await change(goodPassword, "short")).toMatchObject({ refusal: { errors: [{ path: "password" }] } });
  expect(await change(goodPassword, otherPassword)).toEqual({
    ok: true,
    value: { userId: person.id, sessionEpoch: 1 },
  });
  expect(await loadActor(person.id, 0)).toBeNull();
  expect(await opens(person.email, otherPassword)).toBe(true);
  expect(await mailsTo(person.email)).toMatchObject([{ kind: "password_changed" }]);
  expect(await auditOf(person.id)).toContain("user.password_changed");
});

test("guessing the old one is throttled like signing in", async () => {
  const actor = await actorOf(await makePerson());
  const guess = () => changePassword(actor, { currentPassword: otherPassword, password: otherPassword });
  const answers = await Promise.all(Array.from({ length: 15 }, guess));
  expect(answers.filter((answer) => !answer.ok && answer.refusal.code === "RATE_LIMITED")).toHaveLength(5);
});

test("signing out everywhere, disabling and losing the confirmation each end the session", async () => {
  const person = await makePerson();
  await endSessions(await actorOf(person));
  expect(await loadActor(person.id, 0)).toBeNull();
  expect(await loadActor(person.id, 1)).not.toBeNull();
  await db.user.update({ where: { id: person.id }, data: { disabledAt: new Date() } });
  expect(await loadActor(person.id, 1)).toBeNull();
  await db.user.update({ where: { id: person.id }, data: { disabledAt: null, emailVerifiedAt: null } });
  expect(await loadActor(person.id, 1)).toBeNull();
});
