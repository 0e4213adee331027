import { expect, test } from "vitest";
import { registerAccount } from "#lib/accounts/server/register-account.ts";
import { resendVerification } from "#lib/accounts/server/resend-verification.ts";
import { signIn } from "#lib/accounts/server/sign-in.ts";
import { verifyEmail } from "#lib/accounts/server/verify-email.ts";
import { loadActor } from "#lib/auth/load-actor.ts";
import { db } from "#lib/db/client.ts";
import { ownerSql } from "../database.ts";
import {
  anyEmail,
  anyVisitor,
  auditOf,
  goodPassword,
  mailedToken,
  mailsTo,
  makePerson,
  otherPassword,
} from "./people.ts";

const register = (email: string, password = goodPassword, name = "Priya Patel") =>
  registerAccount(anyVisitor(), { name, email, password, phone: "" });
const userOf = (email: string) => db.user.findUniqueOrThrow({ where: { email } });

test("an account works only once its address is confirmed, with the link and the password", async () => {
  const email = anyEmail();
  expect(await register(email)).toEqual({ ok: true, value: null });
  const user = await userOf(email);
  expect(await loadActor(user.id, user.sessionEpoch)).toBeNull();
  expect(await signIn(anyVisitor(), { email, password: goodPassword })).toMatchObject({
    refusal: { code: "UNAUTHENTICATED", detail: { reason: "unverified" } },
  });

  const token = await mailedToken(email);
  expect(await verifyEmail(token, { password: otherPassword })).toMatchObject({
    refusal: { code: "VALIDATION", errors: [{ path: "password", message: "password_wrong" }] },
  });
  const verified = await verifyEmail(token, { password: goodPassword });
  expect(verified).toEqual({ ok: true, value: { userId: user.id, sessionEpoch: 0 } });
  expect((await loadActor(user.id, 0))?.name).toBe("Priya Patel");
  expect((await signIn(anyVisitor(), { email: email.toUpperCase(), password: goodPassword })).ok).toBe(true);
  expect(await auditOf(user.id)).toEqual(["user.registered", "user.email_verified", "user.signed_in"]);
});

test("a link works once, and one for another purpose not at all", async () => {
  const email = anyEmail();
  await register(email);
  const token = await mailedToken(email);
  expect((await verifyEmail(token, { password: goodPassword })).ok).toBe(true);
  for (const again of [token, "x".repeat(43), "", "'; DROP TABLE app_user; --"]) {
    expect(await verifyEmail(again, { password: goodPassword })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
  }
});

test("an expired link is dead", async () => {
  const email = anyEmail();
  await register(email);
  const token = await mailedToken(email);
  await ownerSql("UPDATE access_token SET expires_at = now() - interval '1 second' WHERE subject = $1", [
    (await userOf(email)).id,
  ]);
  expect(await verifyEmail(token, { password: goodPassword })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
});

test("the database never holds a token in clear outside the mail itself", async () => {
  const email = anyEmail();
  await register(email);
  const token = await mailedToken(email);
  const [row] = await ownerSql<{ found: boolean }>(
    "SELECT bool_or(access_token::text LIKE '%' || $1 || '%') AS found FROM access_token",
    [token],
  );
  expect(row?.found).toBe(false);
});

test("an address that has an account gets the same answer; its owner is told and nothing changes", async () => {
  const person = await makePerson();
  const before = await userOf(person.email);
  expect(await register(person.email, otherPassword, "Mallory")).toEqual(await register(anyEmail()));
  expect(await userOf(person.email)).toEqual(before);
  expect(await mailsTo(person.email)).toMatchObject([{ kind: "account_exists" }]);
});

test("until it is confirmed the newest registration counts, and older links are dead", async () => {
  const email = anyEmail();
  await register(email, otherPassword, "Mallory");
  const older = await mailedToken(email);
  await register(email);
  expect(await verifyEmail(older, { password: otherPassword })).toMatchObject({ refusal: { code: "NOT_FOUND" } });
  const newer = await mailedToken(email);
  expect((await verifyEmail(newer, { password: otherPassword })).ok).toBe(false);
  expect((await verifyEmail(newer, { password: goodPassword })).ok).toBe(true);
  expect((await userOf(email)).name).toBe("Priya Patel");
  expect((await mailsTo(email)).map((mail) => mail.status)).toEqual(["superseded", "queued"]);
});

test("five registrations of one address at once make one account with one live link", async () => {
  const email = anyEmail();
  const answers = await Promise.all(Array.from({ length: 5 }, () => register(email)));
  expect(answers.every((answer) => answer.ok)).toBe(true);
  const { id } = await userOf(email);
  expect(await db.user.count({ where: { email } })).toBe(1);
  expect(await db.accessToken.count({ where: { subject: id, usedAt: null, revokedAt: null } })).toBe(1);
  expect((await verifyEmail(await mailedToken(email), { password: goodPassword })).ok).toBe(true);
});

test("nobody's mailbox is flooded: the sixth mail within the hour waits", async () => {
  const email = anyEmail();
  await register(email);
  for (let n = 0; n < 4; n++) expect((await resendVerification(anyVisitor(), { email })).ok).toBe(true);
  expect(await resendVerification(anyVisitor(), { email })).toMatchObject({ refusal: { code: "RATE_LIMITED" } });
  expect(await register(email)).toMatchObject({ refusal: { code: "RATE_LIMITED" } });
});

test("asking for another link answers the same for strangers and writes nothing", async () => {
  const stranger = anyEmail();
  expect(await resendVerification(anyVisitor(), { email: stranger })).toEqual({ ok: true, value: null });
  expect(await mailsTo(stranger)).toEqual([]);
});

test("everything that is wrong is told at once", async () => {
  const input = { name: "", email: "nobody", phone: "call me", password: "Password12345" };
  const refused = await registerAccount(anyVisitor(), input);
  const paths = refused.ok ? [] : refused.refusal.errors?.map(({ path }) => path);
  expect(paths?.sort()).toEqual(["email", "name", "password", "phone"]);
});

test.each([
  [{ name: "" }, { path: "name", message: "required" }],
  [{ email: "nobody" }, { path: "email", message: "email" }],
  [{ phone: "call me" }, { path: "phone", message: "phone" }],
  [{ password: "short" }, { path: "password", message: "password_short" }],
  [{ password: "Password12345" }, { path: "password", message: "password_common" }],
  [{ password: "priya.patel.2026" }, { path: "password", message: "password_personal" }],
  [{ password: undefined }, { path: "password", message: "required" }],
])("%j is refused in its field", async (wrong, error) => {
  const email = anyEmail();
  const input = { name: "Priya Patel", email, password: goodPassword, ...wrong };
  expect(await registerAccount(anyVisitor(), input)).toMatchObject({
    refusal: { code: "VALIDATION", errors: [error] },
  });
  expect(await db.user.count({ where: { email } })).toBe(0);
});
