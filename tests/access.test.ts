import { isDeepStrictEqual } from "node:util";
import { expect, test } from "vitest";
import type { Result } from "#lib/result.ts";
import type { Entry, Outcome } from "./access/entry.ts";
import { functionsWithActor } from "./access/functions-with-actor.ts";
import { matrix } from "./access/matrix.ts";
import { partsOfOthers } from "./access/parts-of-others.ts";
import {
  type Canary,
  callers,
  canaries,
  type Ids,
  makeScene,
  mayRead,
  type Scene,
  unknownIds,
} from "./access/scene.ts";
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

/** Counted against limits, refused or not. */
const counted = ["rate_limit"];

const tables = (
  await ownerSql<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1",
  )
).flatMap(({ name }) => (counted.includes(name) ? [] : [name]));

const fingerprints = tables
  .map((table) => `SELECT '${table}' AS name, count(*)::int, max(xmin::text::bigint)::float8 AS newest FROM ${table}`)
  .join(" UNION ALL ");

/** Changes with any write. */
const fingerprint = () => ownerSql(fingerprints);

interface Arranged {
  scene: Scene;
  ids: Ids;
  state: unknown;
}

/** What nothing has been written to since it was arranged: for the next call too. */
let untouched: Arranged | undefined;

async function arrange(scene: Scene): Promise<Arranged> {
  return { scene, ids: await scene.nextIds(), state: await fingerprint() };
}

const titleOf = ({ name, asking }: Entry) => (asking ? `${name}, ${asking}` : name);

test.each(matrix.map((entry) => [titleOf(entry), entry] as const))(
  "%s: each caller gets what the table says, nothing private, and a refusal leaves no trace",
  async (_, { call, expected }) => {
    const answers: Record<string, Outcome> = {};
    const scene = untouched?.scene ?? (await makeScene());
    let arranged = untouched ?? (await arrange(scene));
    untouched = undefined;
    let isTouched = false;
    for (const caller of callers) {
      if (isTouched) arranged = await arrange(scene);
      const { ids, state } = arranged;
      const actor = scene.actors[caller];
      const answer = await call(actor, ids);
      answers[caller] = outcomeOf(answer);

      const seen = canariesIn(answer).filter((canary) => !mayRead[caller].includes(canary));
      expect(seen, `private words in the answer to ${caller}`).toEqual([]);
      const after = await fingerprint();
      if (answers[caller] === "ok") {
        isTouched ||= !isDeepStrictEqual(after, state);
        continue;
      }
      expect(after, `what the refusal to ${caller} left`).toEqual(state);
      if (answers[caller] !== "NOT_FOUND" && answers[caller] !== "nothing") continue;
      expect(await call(actor, unknownIds(ids)), `foreign and unknown, to ${caller}`).toEqual(answer);
    }
    expect(answers).toEqual(expected);
    if (!isTouched) untouched = arranged;
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
