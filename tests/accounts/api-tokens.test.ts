import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { mostApiTokens } from "#lib/accounts/api-token.ts";
import { changePassword } from "#lib/accounts/server/change-password.ts";
import { createApiToken } from "#lib/accounts/server/create-api-token.ts";
import { endSessions } from "#lib/accounts/server/end-sessions.ts";
import { grantRole } from "#lib/accounts/server/grant-role.ts";
import { listApiTokens } from "#lib/accounts/server/list-api-tokens.ts";
import { revokeApiToken } from "#lib/accounts/server/revoke-api-token.ts";
import { tokenByPassword } from "#lib/accounts/server/token-by-password.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { requestActor } from "#lib/auth/request-actor.ts";
import { systemActor } from "#lib/auth/system-actor.ts";
import type { Result } from "#lib/result.ts";
import { ownerSql } from "../database.ts";
import { makeClinic } from "../factories.ts";
import {
  actorOf,
  anyEmail,
  anyVisitor,
  auditOf,
  goodPassword,
  makePerson,
  otherPassword,
  type Person,
} from "./people.ts";

const dayMs = 24 * 60 * 60 * 1_000;

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

const madeBy = async (actor: Actor, name = "Calendar sync") => value(await createApiToken(actor, { name }));
const byPassword = ({ email }: Pick<Person, "email">, more: object = {}, visitor = anyVisitor()) =>
  tokenByPassword(visitor, { email, password: goodPassword, ...more });
const asking = (token: string) =>
  requestActor(new Request("http://localhost/", { headers: { authorization: `Bearer ${token}` } }));
const refused = { by: "refused", why: "invalid_token" };

test("a token lets its owner in, is shown once and kept as a hash", async () => {
  const actor = await actorOf(await makePerson());
  const made = value(await createApiToken(actor, { name: " Calendar sync ", expiresInDays: "30" }));
  expect(made.name).toBe("Calendar sync");
  expect(Math.abs(made.expiresAt - Date.now() - 30 * dayMs)).toBeLessThan(60_000);
  expect(await asking(made.token)).toEqual({ by: "token", actor, tokenId: made.id });

  const [row] = await ownerSql<{ row: string }>("SELECT t::text AS row FROM access_token t WHERE id = $1", [made.id]);
  expect(row?.row).not.toContain(made.token);
  expect(await auditOf(made.id)).toEqual(["api_token.made"]);
  const [line] = await ownerSql<{ line: string }>("SELECT a::text AS line FROM audit_entry a WHERE subject_id = $1", [
    made.id,
  ]);
  expect(line?.line).not.toContain(made.token);
});

test("ninety days unless something else is asked for; what cannot be is said field by field", async () => {
  const actor = await actorOf(await makePerson());
  expect(Math.abs((await madeBy(actor)).expiresAt - Date.now() - 90 * dayMs)).toBeLessThan(60_000);
  for (const [input, path] of [
    [{ name: "" }, "name"],
    [{ name: "x".repeat(81) }, "name"],
    [{ name: "a", expiresInDays: 0 }, "expiresInDays"],
    [{ name: "a", expiresInDays: 366 }, "expiresInDays"],
    [{ name: "a", expiresInDays: 1.5 }, "expiresInDays"],
    [{ name: "a", expiresInDays: "soon" }, "expiresInDays"],
  ] as const) {
    expect(await createApiToken(actor, input)).toMatchObject({ refusal: { code: "VALIDATION", errors: [{ path }] } });
  }
});

test("by one key a password makes one token, told again without being kept", async () => {
  const [person, other] = [await makePerson(), await makePerson()];
  const wanted = { name: "Kiosk", key: randomUUID() };
  const [first, second] = [value(await byPassword(person, wanted)), value(await byPassword(person, wanted))];
  expect(second).toEqual(first);
  expect((await asking(first.token)).by).toBe("token");
  expect(await listApiTokens(await actorOf(person))).toHaveLength(1);
  expect(value(await byPassword(other, wanted)).token).not.toBe(first.token);

  const [kept] = await ownerSql<{ row: string }>("SELECT i::text AS row FROM idempotency_key i WHERE actor = $1", [
    person.id,
  ]);
  expect(kept?.row).not.toContain(first.token);
  const mismatch = { ok: false, refusal: { code: "IDEMPOTENCY_MISMATCH" } };
  expect(await byPassword(person, { ...wanted, name: "Another" })).toMatchObject(mismatch);
  const wrong = await tokenByPassword(anyVisitor(), { email: person.email, password: otherPassword, ...wanted });
  expect(wrong).toMatchObject({ ok: false, refusal: { code: "UNAUTHENTICATED" } });
});

test("the list tells all but the token, of one's own live ones", async () => {
  const [actor, other] = [await actorOf(await makePerson()), await actorOf(await makePerson())];
  const [first, ended, old] = [await madeBy(actor, "First"), await madeBy(actor, "Ended"), await madeBy(actor, "Old")];
  const second = await madeBy(actor, "Second");
  await madeBy(other);
  await revokeApiToken(actor, { id: ended.id });
  await ownerSql("UPDATE access_token SET expires_at = now() WHERE id = $1", [old.id]);
  await asking(first.token);
  const list = await listApiTokens(actor);
  expect(list.map(({ id, name, lastUsedAt }) => [id, name, lastUsedAt !== null])).toEqual([
    [second.id, "Second", false],
    [first.id, "First", true],
  ]);
  expect(list[1]?.expiresAt).toBe(first.expiresAt);
  expect(JSON.stringify(list)).not.toContain(first.token);
});

test("only its owner ends a token, and only once", async () => {
  const [actor, other] = [await actorOf(await makePerson()), await actorOf(await makePerson())];
  const made = await madeBy(actor);
  const missing = { ok: false, refusal: { code: "NOT_FOUND", detail: {} } };
  expect(await revokeApiToken(other, { id: made.id })).toEqual(missing);
  for (const id of [randomUUID(), "none", "", null]) expect(await revokeApiToken(actor, { id })).toEqual(missing);
  expect((await asking(made.token)).by).toBe("token");
  expect(await revokeApiToken(actor, { id: made.id })).toEqual({ ok: true, value: null });
  expect(await asking(made.token)).toEqual(refused);
  expect(await revokeApiToken(actor, { id: made.id })).toEqual(missing);
  expect(await auditOf(made.id)).toEqual(["api_token.made", "api_token.ended"]);
});

test("nobody has more than twenty, not even by thirty requests at once", async () => {
  const actor = await actorOf(await makePerson());
  const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => createApiToken(actor, { name: `No. ${n}` })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(mostApiTokens);
  const full = answers.find((answer) => !answer.ok);
  expect(full).toMatchObject({ refusal: { code: "VALIDATION", errors: [{ path: "name", message: "tokens_full" }] } });
  const list = await listApiTokens(actor);
  expect(list).toHaveLength(mostApiTokens);
  await revokeApiToken(actor, { id: list[0]?.id });
  expect((await createApiToken(actor, { name: "Again" })).ok).toBe(true);
});

test.each([
  [
    "the password is changed",
    (actor: Actor) => changePassword(actor, { currentPassword: goodPassword, password: otherPassword }),
  ],
  ["every session is ended", endSessions],
  [
    "a role is given",
    async (actor: Actor) =>
      grantRole(systemActor("test"), { clinicId: (await makeClinic()).id, userId: actor.userId, role: "staff" }),
  ],
  [
    "the account is closed",
    async (actor: Actor) => ownerSql("UPDATE app_user SET disabled_at = now() WHERE id = $1", [actor.userId]),
  ],
  [
    "the token has run out",
    async (actor: Actor) => ownerSql("UPDATE access_token SET expires_at = now() WHERE subject = $1", [actor.userId]),
  ],
])("a token ends when %s", async (_, happens) => {
  const actor = await actorOf(await makePerson());
  const { token } = await madeBy(actor);
  expect((await asking(token)).by).toBe("token");
  const answer = await happens(actor);
  if ("ok" in answer) expect(answer.ok).toBe(true);
  expect(await asking(token)).toEqual(refused);
  expect(await listApiTokens(actor)).toEqual([]);
});

test("what a token may do is what its owner may do now", async () => {
  const person = await makePerson();
  const clinic = await makeClinic();
  await ownerSql("INSERT INTO membership (user_id, clinic_id, role) VALUES ($1, $2, 'staff')", [person.id, clinic.id]);
  const { token } = await madeBy(await actorOf(person));
  expect(await asking(token)).toMatchObject({ actor: { memberships: [{ clinicId: clinic.id, role: "staff" }] } });
  await ownerSql("DELETE FROM membership WHERE user_id = $1", [person.id]);
  expect(await asking(token)).toMatchObject({ actor: { memberships: [] } });
});

test("by e-mail address and password, with the answers of signing in", async () => {
  const person = await makePerson();
  const made = value(await byPassword(person, { name: "Phone" }));
  expect(Math.abs(made.expiresAt - Date.now() - 90 * dayMs)).toBeLessThan(60_000);
  expect(await asking(made.token)).toMatchObject({ by: "token", actor: { userId: person.id } });
  expect((await listApiTokens(await actorOf(person))).map(({ name }) => name)).toEqual(["Phone"]);

  const credentials = { ok: false, refusal: { code: "UNAUTHENTICATED", detail: { reason: "credentials" } } };
  expect(await byPassword(person, { password: otherPassword })).toEqual(credentials);
  expect(await byPassword({ email: anyEmail() })).toEqual(credentials);
  const reason = (word: string) => ({ refusal: { code: "UNAUTHENTICATED", detail: { reason: word } } });
  expect(await byPassword(await makePerson({ isDisabled: true }))).toMatchObject(reason("disabled"));
  expect(await byPassword(await makePerson({ isVerified: false }))).toMatchObject(reason("unverified"));
  expect(await byPassword({ email: "" })).toMatchObject({ refusal: { code: "VALIDATION" } });
});

test("guessing by tokens and by the form are paused together", async () => {
  const { email } = await makePerson();
  for (let n = 0; n < 10; n++) await byPassword({ email }, { password: otherPassword });
  expect(await byPassword({ email })).toMatchObject({ refusal: { code: "RATE_LIMITED" } });
});

test("whoever signs in each time replaces their own oldest token of that name, and no other", async () => {
  const person = await makePerson();
  const actor = await actorOf(person);
  const [kept, oldest, next] = [await madeBy(actor, "Kept"), await madeBy(actor), await madeBy(actor)];
  for (let n = 3; n < mostApiTokens; n++) await madeBy(actor);
  await ownerSql("UPDATE access_token SET name = NULL WHERE subject = $1 AND name <> 'Kept'", [person.id]);
  const made = value(await byPassword(person));
  expect(await listApiTokens(actor)).toHaveLength(mostApiTokens);
  const identities = await Promise.all([kept, oldest, next, made].map(({ token }) => asking(token)));
  expect(identities.map(({ by }) => by)).toEqual(["token", "refused", "token", "token"]);
  expect(await byPassword(person, { name: "Another" })).toMatchObject({ refusal: { errors: [{ path: "name" }] } });
});
