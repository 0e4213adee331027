import type pg from "pg";
import { withClinic } from "../clinic.ts";
import { expect, test } from "../fixtures.ts";
import { type HtmlForm, post, postedForms, textOf } from "../forms.ts";
import { cookieHeader } from "../people.ts";
import { renewSamples } from "../renew-samples.ts";
import { type Asker, askers, makeSamples, type Samples } from "../samples.ts";
import { stateOf } from "../state.ts";
import type { Action } from "./action.ts";
import { actions } from "./actions.ts";
import { actionsInApp } from "./app-files.ts";

test("every server action of app/ stands in the table", () => {
  expect(Object.keys(actions).sort()).toEqual(actionsInApp());
});

test("posted by anybody else an action changes nothing; by whom it is for, it does", async () => {
  test.setTimeout(180_000);
  // Passwords, roles and hours change here, so this house is nobody else's.
  await withClinic(async (clinic) => {
    const samples = await makeSamples(clinic);
    const { url, database } = clinic;
    for (const [name, action] of Object.entries(actions)) {
      if (action === "everyone") continue;
      await test.step(name, async () => {
        await renewSamples(database, samples);
        const page = url + action.at(samples);
        const fields = action.fill(await formsOf(page, samples, action), samples);
        const before = await stateOf(database);
        for (const asker of askers.filter((one) => !action.may.includes(one))) {
          const response = await post(page, fields, cookieOf(samples, asker));
          expect([200, 303, 307, 403, 404], `${name} as ${asker}`).toContain(response.status);
          expect(await stateOf(database), `${name} as ${asker}`).toEqual(before);
        }
        const noted = await entriesIn(database);
        const response = await post(page, fields, cookieOf(samples, action.by));
        expect([200, 303], name).toContain(response.status);
        if (action.onlyNoted) return expect(await entriesIn(database), name).toBe(noted + 1);
        const isChanged = JSON.stringify(await stateOf(database)) !== JSON.stringify(before);
        const said = textOf(await response.text());
        expect(isChanged, `${name} as ${action.by}, whom it is for, changes something: ${said}`).toBe(true);
      });
    }
  });
});

test("a form that was posted from another site changes nothing", async ({ clinic, samples, database }) => {
  const action = actions["staff/actions.ts#takeAnyStep"] as Action;
  const page = clinic.url + action.at(samples);
  const fields = action.fill(await formsOf(page, samples, action), samples);
  const before = await stateOf(database);
  for (const origin of ["https://evil.example", "null", clinic.url.replace("localhost", "localhost.evil.example")]) {
    const response = await post(page, fields, cookieOf(samples, "staff"), { origin });
    expect(response.status, origin).not.toBe(303);
    expect(await stateOf(database), origin).toEqual(before);
  }
});

async function entriesIn(database: pg.Pool): Promise<number> {
  const { rows } = await database.query<{ count: number }>("SELECT count(*)::int FROM audit_entry");
  return rows[0]?.count ?? 0;
}

async function formsOf(page: string, samples: Samples, { by }: Action): Promise<HtmlForm[]> {
  const response = await fetch(page, { headers: { cookie: cookieOf(samples, by) ?? "" }, redirect: "manual" });
  expect(response.status, `${page} as ${by}`).toBe(200);
  return postedForms(await response.text());
}

function cookieOf({ people }: Samples, asker: Asker): string | null {
  return asker === "visitor" ? null : cookieHeader(people[asker]);
}
