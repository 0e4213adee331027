import { expect, test } from "vitest";
import { endSessionOf } from "#lib/accounts/server/end-session.ts";
import { endSessions } from "#lib/accounts/server/end-sessions.ts";
import { mySessions } from "#lib/accounts/server/my-sessions.ts";
import { loadActor } from "#lib/auth/load-actor.ts";
import { closeSession, openSession } from "#lib/auth/sessions.ts";
import { ownerSql } from "../database.ts";
import { actorOf, makePerson } from "./people.ts";

const firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0";

async function signedInTwice() {
  const person = await makePerson();
  const proof = { userId: person.id, sessionEpoch: 0 };
  const [laptop, phone] = [await openSession(proof, firefox), await openSession(proof, "iPhone Safari/604.1")];
  const isIn = async (secret: string, epoch = 0) => (await loadActor(person.id, epoch, secret)) !== null;
  return { person, laptop, phone, isIn, actor: await actorOf(person) };
}

test("each device is listed, and one that is ended is out while the other stays", async () => {
  const { person, laptop, phone, isIn, actor } = await signedInTwice();
  const listed = await mySessions(actor, phone);
  expect(listed.map(({ browser, system, isOwn }) => [browser, system, isOwn])).toEqual([
    ["Safari", "iPhone", true],
    ["Firefox", "Linux", false],
  ]);
  const stranger = await actorOf(await makePerson());
  const id = listed[1]?.id;
  expect(await endSessionOf(stranger, { id })).toMatchObject({ ok: false, refusal: { code: "NOT_FOUND" } });
  expect(await isIn(laptop)).toBe(true);
  expect(await endSessionOf(actor, { id })).toEqual({ ok: true, value: null });
  expect([await isIn(laptop), await isIn(phone)]).toEqual([false, true]);
  await closeSession(phone);
  expect(await isIn(phone)).toBe(false);
  expect(await mySessions(actor, undefined)).toEqual([]);
  expect(await loadActor(person.id, 0, "a secret that nobody has")).toBeNull();
});

test("ending all of them ends also those that have no row of their own", async () => {
  const { person, laptop, phone, isIn, actor } = await signedInTwice();
  const ended = await endSessions(actor);
  expect(ended).toEqual({ ok: true, value: { userId: person.id, sessionEpoch: 1 } });
  expect([await isIn(laptop), await isIn(phone), await isIn(laptop, 1)]).toEqual([false, false, false]);
  expect(await loadActor(person.id, 0)).toBeNull();
  const again = await openSession({ userId: person.id, sessionEpoch: 1 }, firefox);
  expect(await isIn(again, 1)).toBe(true);
  expect(await mySessions(actor, again)).toMatchObject([{ isOwn: true, browser: "Firefox" }]);
});

test("a session of an earlier time of the account is listed no more, and use is noted to the hour", async () => {
  const { person, laptop, actor } = await signedInTwice();
  const seen = () => ownerSql("SELECT last_seen_at FROM session WHERE user_id = $1 ORDER BY id LIMIT 1", [person.id]);
  const before = await seen();
  await loadActor(person.id, 0, laptop);
  expect(await seen()).toEqual(before);
  await ownerSql("UPDATE session SET last_seen_at = now() - interval '61 minutes' WHERE user_id = $1", [person.id]);
  const hourAgo = await seen();
  await loadActor(person.id, 0, laptop);
  expect(await seen()).not.toEqual(hourAgo);
  await ownerSql("UPDATE app_user SET session_epoch = 1 WHERE id = $1", [person.id]);
  expect(await mySessions(actor, laptop)).toEqual([]);
});
