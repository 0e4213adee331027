import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { expect, test } from "vitest";
import { decodeSession, encodeSession, sessionCookie } from "#lib/auth/session-cookie.ts";
import { sessionSecret } from "#lib/env.ts";

const person = { userId: randomUUID(), sessionEpoch: 3 };

test("a session names a person and an epoch, and nothing else can be read from the cookie", async () => {
  const value = await encodeSession(person);
  expect(await decodeSession(value)).toEqual(person);
  expect(Buffer.from(value, "base64").toString()).not.toContain(person.userId);
});

test("what is forged, foreign, expired or of another shape names nobody", async () => {
  const value = await encodeSession(person);
  const token = { sub: person.userId, epoch: person.sessionEpoch };
  const secret = sessionSecret();
  const strangers = [
    "",
    "a.b.c",
    `${value.slice(0, -2)}xx`,
    await encode({ token, secret: "some other secret that is long enough" }),
    await encode({ token, secret, maxAge: -60 }),
    await encode({ token: { sub: person.userId }, secret }),
    await encode({ token: { ...token, sub: "admin" }, secret }),
  ];
  for (const stranger of strangers) expect(await decodeSession(stranger)).toBeNull();
});

test("scripts never see the cookie and other sites' posts never carry it", () => {
  expect(sessionCookie()).toEqual({
    name: "slotwell.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: false },
  });
});
