import { expect, test } from "vitest";
import { createApiToken } from "#lib/accounts/server/create-api-token.ts";
import { requestActor } from "#lib/auth/request-actor.ts";
import { encodeSession, sessionCookie } from "#lib/auth/session-cookie.ts";
import { env } from "#lib/env.ts";
import { ownerSql } from "../database.ts";
import { countStatements } from "../statements.ts";
import { actorOf, makePerson } from "./people.ts";

const site = env().siteUrl;
const ask = (method: string, headers: Record<string, string>) =>
  requestActor(new Request(`${site}/api/v1/appointments`, { method, headers }));

async function somebody() {
  const person = await makePerson();
  const actor = await actorOf(person);
  const made = await createApiToken(actor, { name: "Script" });
  if (!made.ok) throw new Error(made.refusal.code);
  const { token, id: tokenId } = made.value;
  const session = await encodeSession({ userId: person.id, sessionEpoch: person.sessionEpoch });
  return { person, actor, token, tokenId, cookie: `theme=dark; ${sessionCookie().name}=${session}; other=1` };
}

test("a token is decisive for every method, from anywhere, in one statement", async () => {
  const { actor, token, tokenId } = await somebody();
  const authorization = `Bearer ${token}`;
  for (const method of ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]) {
    const headers = { authorization, origin: "https://evil.example", "sec-fetch-site": "cross-site" };
    expect(await ask(method, headers)).toEqual({ by: "token", actor, tokenId });
  }
  expect(await ask("GET", { authorization: `bearer  ${token}` })).toMatchObject({ by: "token" });
  expect(await countStatements(() => ask("GET", { authorization }))).toBe(1);
});

test("what is no token is refused without asking the database, and never becomes the cookie's owner", async () => {
  const { token, cookie } = await somebody();
  const malformed = [
    "",
    "Bearer",
    "Bearer ",
    token,
    `Basic ${btoa("ada:password")}`,
    `Bearer ${token}x`,
    `Bearer ${token.slice(1)}`,
    `Bearer ${token}, Bearer ${token}`,
    `Bearer ${token} ${token}`,
    `Bearer ${token.slice(0, -1)}%`,
    `Bearer${token}`,
    `Bearer ${" ".repeat(10_000)}${token}`,
    `Bearer ${"A".repeat(10_000)}`,
    "\u00ff".repeat(10_000),
  ];
  for (const authorization of malformed) {
    const work = () => ask("GET", { authorization, cookie });
    expect(await work(), authorization.slice(0, 60)).toEqual({ by: "refused", why: "invalid_token" });
    expect(await countStatements(work), authorization.slice(0, 60)).toBe(0);
  }
  const unknown = { authorization: `Bearer ${"A".repeat(43)}`, cookie };
  expect(await ask("GET", unknown)).toEqual({ by: "refused", why: "invalid_token" });
});

test("other purposes' tokens open nothing here", async () => {
  const { token, tokenId } = await somebody();
  for (const purpose of ["feed", "reset_password", "verify_email", "appointment"]) {
    await ownerSql("UPDATE access_token SET purpose = $2::token_purpose WHERE id = $1", [tokenId, purpose]);
    expect((await ask("GET", { authorization: `Bearer ${token}` })).by).toBe("refused");
  }
});

test("that a token is in use is noted once an hour", async () => {
  const { token, tokenId } = await somebody();
  const used = async (): Promise<number | undefined> => {
    await ask("GET", { authorization: `Bearer ${token}` });
    const rows = await ownerSql<{ at: number }>(
      "SELECT extract(epoch FROM last_used_at)::float8 AS at FROM access_token WHERE id = $1",
      [tokenId],
    );
    return rows[0]?.at;
  };
  const first = await used();
  expect(first).toEqual(expect.any(Number));
  expect(await used()).toBe(first);
  await ownerSql("UPDATE access_token SET last_used_at = now() - interval '61 minutes' WHERE id = $1", [tokenId]);
  expect(await used()).toBeGreaterThan(first as number);
});

test("the database takes no program's token without its epoch", async () => {
  await expect(
    ownerSql(`INSERT INTO access_token (hash, purpose, subject, expires_at) VALUES ('x', 'api', 'somebody', now())`),
  ).rejects.toThrow("access_token_epoch");
});

/** One person is enough for a table: nothing in it changes them. */
let known: ReturnType<typeof somebody> | undefined;

const elsewhere = "https://evil.example";
const link = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };

test.each([
  ["GET", {}, "cookie"],
  ["HEAD", {}, "cookie"],
  ["GET", { origin: site }, "cookie"],
  ["GET", { "sec-fetch-site": "same-origin" }, "cookie"],
  ["GET", { "sec-fetch-site": "none" }, "cookie"],
  ["GET", link, "cookie"],
  ["GET", { "sec-fetch-site": "cross-site" }, "nobody"],
  ["GET", { "sec-fetch-site": "same-site" }, "nobody"],
  ["GET", { origin: elsewhere }, "nobody"],
  ["POST", { origin: site }, "cookie"],
  ["PUT", { origin: site }, "cookie"],
  ["PATCH", { origin: site }, "cookie"],
  ["DELETE", { origin: site }, "cookie"],
  ["POST", { "sec-fetch-site": "same-origin" }, "cookie"],
  ["POST", {}, "foreign_origin"],
  ["POST", { origin: elsewhere }, "foreign_origin"],
  ["POST", { origin: "null" }, "foreign_origin"],
  ["POST", { "sec-fetch-site": "none" }, "foreign_origin"],
  ["POST", { "sec-fetch-site": "same-site" }, "foreign_origin"],
  ["DELETE", { origin: `${site}.evil.example` }, "foreign_origin"],
  ["PATCH", link, "foreign_origin"],
] as const)("a session's cookie with %s and %j: %s", async (method, headers, expected) => {
  known ??= somebody();
  const { actor, cookie } = await known;
  const identity = await ask(method, { ...headers, cookie });
  if (expected === "cookie") expect(identity).toEqual({ by: "cookie", actor });
  else if (expected === "nobody") expect(identity).toEqual({ by: "nobody" });
  else expect(identity).toEqual({ by: "refused", why: expected });
});

test("without a session nobody is asking, wherever it comes from; one that has ended is none", async () => {
  const { person, cookie } = await somebody();
  expect(await ask("GET", {})).toEqual({ by: "nobody" });
  expect(await ask("POST", { origin: elsewhere })).toEqual({ by: "nobody" });
  expect(await ask("POST", { origin: site, cookie: `${sessionCookie().name}=forged` })).toEqual({ by: "nobody" });
  expect(await ask("GET", { cookie: cookie.replace(sessionCookie().name, `x${sessionCookie().name}`) })).toEqual({
    by: "nobody",
  });
  await ownerSql("UPDATE app_user SET session_epoch = session_epoch + 1 WHERE id = $1", [person.id]);
  expect(await ask("GET", { cookie })).toEqual({ by: "nobody" });
});
