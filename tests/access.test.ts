import { expect, test } from "vitest";
import type { Result } from "#lib/result.ts";
import type { Entry, Outcome } from "./access/entry.ts";
import { functionsWithActor } from "./access/functions-with-actor.ts";
import { matrix } from "./access/matrix.ts";
import { partsOfOthers } from "./access/parts-of-others.ts";
import { type Canary, callers, canaries, makeScene, mayRead, unknownIds } from "./access/scene.ts";
import { ownerSql } from "./database.ts";

function outcomeOf(answer: unknown): Outcome {
  if (answer === null || (Array.isArray(answer) && answer.length === 0)) return "nothing";
  if (typeof answer !== "object" || !answer || !("ok" in answer)) return "ok";
  const result = answer as Result<unknown>;
  return result.ok ? "ok" : result.refusal.code;
}

function canariesIn(answer: unknown): Canary[] {
  const text = JSON.stringify(answer) ?? "";
  return (Object.keys(canaries) as Canary[]).filter((canary) => text.includes(canaries[canary]));
}

/** Changes with any write to what calls of the matrix are about; attempts counted against limits are not. */
async function fingerprint(): Promise<unknown> {
  const tables = [
    "appointment",
    "time_slot",
    "clinic_day",
    "clinic",
    "service",
    "doctor_service",
    "business_hours",
    "week_template",
    "closure",
    "weekly_hours",
    "availability_window",
    "time_off",
  ];
  const more = [
    "app_user",
    "membership",
    "doctor",
    "message",
    "audit_entry",
    "access_token",
    "change",
    "waitlist_entry",
    "subscription",
    "visit",
    "idempotency_key",
    "invitation",
  ];
  const counts = [...tables, ...more].map(
    (table) => `SELECT '${table}' AS name, count(*)::int, max(xmin::text::bigint)::float8 AS newest FROM ${table}`,
  );
  return ownerSql(`${counts.join(" UNION ALL ")} ORDER BY name`);
}

const titleOf = ({ name, asking }: Entry) => (asking ? `${name}, ${asking}` : name);

test.each(matrix.map((entry) => [titleOf(entry), entry] as const))(
  "%s: each caller gets what the table says, nothing private, and a refusal leaves no trace",
  async (_, { call, expected }) => {
    const scene = await makeScene();
    const answers: Record<string, Outcome> = {};
    for (const caller of callers) {
      const actor = scene.actors[caller];
      const ids = await scene.nextIds();
      const before = await fingerprint();
      const answer = await call(actor, ids);
      answers[caller] = outcomeOf(answer);

      const seen = canariesIn(answer).filter((canary) => !mayRead[caller].includes(canary));
      expect(seen, `private words in the answer to ${caller}`).toEqual([]);
      if (answers[caller] === "ok") continue;
      expect(await fingerprint(), `what the refusal to ${caller} left`).toEqual(before);
      if (answers[caller] !== "NOT_FOUND" && answers[caller] !== "nothing") continue;
      expect(await call(actor, unknownIds(ids)), `foreign and unknown, to ${caller}`).toEqual(answer);
    }
    expect(answers).toEqual(expected);
  },
);

test("every function of lib/*/server that is given an actor stands in the table", async () => {
  const named = new Set([...matrix.map(({ name }) => name), ...partsOfOthers]);
  const functions = await functionsWithActor();
  expect(functions.length).toBeGreaterThan(30);
  expect(functions.filter((name) => !named.has(name))).toEqual([]);
  expect([...named].filter((name) => !functions.includes(name))).toEqual([]);
});

test("a command that is about oneself touches nobody else's account", async () => {
  const scene = await makeScene();
  const ids = await scene.nextIds();
  const account = () => ownerSql("SELECT *, xmin::text FROM app_user WHERE id = $1", [ids.patientId]);
  const before = await account();
  const aboutOneself = matrix.filter(({ name }) =>
    [
      "updateProfile",
      "changePassword",
      "endSessions",
      "chooseReminders",
      "createApiToken",
      "revokeApiToken",
      "exportAccount",
      "eraseAccount",
    ].includes(name),
  );
  for (const { call } of aboutOneself) {
    for (const caller of callers.filter((each) => each !== "ownPatient")) await call(scene.actors[caller], ids);
  }
  expect(await account()).toEqual(before);
});

test("the canaries are where they are meant to be: its own doctor reads them all", async () => {
  const scene = await makeScene();
  const ids = await scene.nextIds();
  const entry = matrix.find(({ name }) => name === "findAppointment");
  expect(canariesIn(await entry?.call(scene.actors.ownDoctor, ids))).toEqual(Object.keys(canaries));
  expect(canariesIn(await entry?.call(scene.actors.ownPatient, ids))).toEqual(mayRead.ownPatient);
});
