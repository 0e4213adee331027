import { expect, test } from "vitest";
import { signIn } from "#lib/accounts/server/sign-in.ts";
import { signInByProvider } from "#lib/accounts/server/sign-in-by-provider.ts";
import { loadActor } from "#lib/auth/load-actor.ts";
import { hashPassword, isOutdatedHash } from "#lib/auth/password-hash.ts";
import { db } from "#lib/db/client.ts";
import { ownerSql } from "../database.ts";
import { anyEmail, anyVisitor, goodPassword, makePerson, otherPassword } from "./people.ts";

const wrong = (email: string, visitor = anyVisitor()) => signIn(visitor, { email, password: otherPassword });
const right = (email: string, visitor = anyVisitor()) => signIn(visitor, { email, password: goodPassword });
const credentials = { ok: false, refusal: { code: "UNAUTHENTICATED", detail: { reason: "credentials" } } };

test("a wrong address and a wrong password get the same answer", async () => {
  const { email } = await makePerson();
  expect(await wrong(email)).toEqual(credentials);
  expect(await wrong(anyEmail())).toEqual(credentials);
});

test("a closed account is told apart only with the right password", async () => {
  const { email } = await makePerson({ isDisabled: true });
  expect(await wrong(email)).toEqual(credentials);
  expect(await right(email)).toMatchObject({ refusal: { detail: { reason: "disabled" } } });
});

test("unknown accounts cost as much work as known ones", async () => {
  const { email } = await makePerson();
  // The processor's time and not the clock's, which other work on the machine would blur.
  const work = async (address: () => string) => {
    const before = process.cpuUsage();
    for (let n = 0; n < 10; n++) await wrong(address());
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  const ratio = (await work(() => email)) / (await work(anyEmail));
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(2);
});

test("after ten wrong passwords even the right one waits, from any address", async () => {
  const { email } = await makePerson();
  for (let n = 0; n < 10; n++) expect(await wrong(email)).toEqual(credentials);
  const refused = await right(email);
  expect(refused).toMatchObject({ refusal: { code: "RATE_LIMITED" } });
  const seconds = refused.ok ? 0 : Number(refused.refusal.detail.retryAfterSeconds);
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThan(30 * 60);
});

test("forty guesses at once are no more than ten", async () => {
  const { email } = await makePerson();
  const answers = await Promise.all(Array.from({ length: 40 }, () => wrong(email)));
  const codes = answers.map((answer) => (answer.ok ? "ok" : answer.refusal.code));
  expect(codes.filter((code) => code === "UNAUTHENTICATED")).toHaveLength(10);
  expect(codes.filter((code) => code === "RATE_LIMITED")).toHaveLength(30);
});

test("one address may not try a list of accounts", async () => {
  const visitor = anyVisitor();
  const answers = await Promise.all(Array.from({ length: 70 }, () => wrong(anyEmail(), visitor)));
  expect(answers.filter((answer) => !answer.ok && answer.refusal.code === "RATE_LIMITED")).toHaveLength(10);
  expect((await right((await makePerson()).email, visitor)).ok).toBe(false);
  expect((await right((await makePerson()).email)).ok).toBe(true);
});

test("a right password forgives the wrong ones before it, and the pause ends with its window", async () => {
  const { email } = await makePerson();
  for (let n = 0; n < 9; n++) await wrong(email);
  expect((await right(email)).ok).toBe(true);
  for (let n = 0; n < 10; n++) expect(await wrong(email)).toEqual(credentials);
  expect((await right(email)).ok).toBe(false);
  await ownerSql(
    "UPDATE rate_limit SET window_start = window_start - interval '30 minutes' WHERE bucket LIKE '%' || $1",
    [email],
  );
  expect((await right(email)).ok).toBe(true);
});

test("a hash of yesterday's cost is made anew", async () => {
  const { id, email } = await makePerson();
  const weak = "$argon2id$v=19$m=8192,t=1,p=1$c2FsdHNhbHRzYWx0c2FsdA$";
  const today = await hashPassword(goodPassword);
  expect(isOutdatedHash(today)).toBe(false);
  const { argon2Sync } = await import("node:crypto");
  const hash = argon2Sync("argon2id", {
    message: goodPassword,
    nonce: Buffer.from("saltsaltsaltsalt"),
    memory: 8192,
    passes: 1,
    parallelism: 1,
    tagLength: 32,
  });
  const passwordHash = weak + hash.toString("base64").replace(/=+$/, "");
  await db.user.update({ where: { id }, data: { passwordHash } });
  expect((await right(email)).ok).toBe(true);
  const stored = await db.user.findUniqueOrThrow({ where: { id } });
  expect(isOutdatedHash(stored.passwordHash ?? "")).toBe(false);
  expect((await right(email)).ok).toBe(true);
});

test("a provider's word makes an account, or opens the one with that address", async () => {
  const email = anyEmail();
  const made = await signInByProvider({ sub: "1", email, email_verified: true, name: "Priya" });
  const again = await signInByProvider({ sub: "1", email: email.toUpperCase(), email_verified: true });
  expect(made).toEqual(again);
  expect(made.ok && (await loadActor(made.value.userId, made.value.sessionEpoch))?.name).toBe("Priya");
  expect(await wrong(email)).toEqual(credentials);
});

test("a password set by whoever registered first does not survive the owner's coming by provider", async () => {
  const { email } = await makePerson({ isVerified: false });
  expect((await signInByProvider({ sub: "1", email, email_verified: true })).ok).toBe(true);
  expect(await right(email)).toEqual(credentials);
});

test("a provider opens no closed account", async () => {
  const { email } = await makePerson({ isDisabled: true });
  expect((await signInByProvider({ sub: "1", email, email_verified: true })).ok).toBe(false);
});
