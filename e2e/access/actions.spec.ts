import { randomBytes } from "node:crypto";
import type pg from "pg";
import { demoPassword } from "#lib/accounts/demo.ts";
import { withClinic } from "../clinic.ts";
import { expect, test } from "../fixtures.ts";
import { type HtmlForm, post, postedForms } from "../forms.ts";
import { cookieHeader, demoPerson, newPatient, type Person, setPassword } from "../people.ts";
import { renewPlanSamples } from "../plan-samples.ts";
import { type Asker, askers, makeSamples, type Samples } from "../samples.ts";
import { stateOf } from "../state.ts";
import { strandAsSample } from "../stranded.ts";
import { waitAsSample } from "../waiting.ts";
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
        const response = await post(page, fields, cookieOf(samples, action.by));
        expect([200, 303], name).toContain(response.status);
        expect(await stateOf(database), `${name} as ${action.by}, whom it is for`).not.toEqual(before);
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

/**
 * Some actions end sessions, some the appointment: each begins with both as they were, and with nobody waiting for a
 * place that the house might give away meanwhile.
 */
async function renewSamples(database: pg.Pool, samples: Samples): Promise<void> {
  await database.query("UPDATE waitlist_entry SET status = 'withdrawn' WHERE status = 'waiting'");
  samples.people.doctor = await demoPerson(database, "doctor");
  samples.people.patient = await newPatient(database, "Canary");
  await signedInElsewhere(database, samples.people.patient);
  await database.query(
    `UPDATE appointment SET patient_id = $2, status = 'pending', cancelled_at = NULL,
       starts_at = to_timestamp($3::float8 / 1000), ends_at = to_timestamp($3::float8 / 1000) + (ends_at - starts_at)
     WHERE id = $1`,
    [samples.appointmentId, samples.people.patient.id, samples.bookedAt],
  );
  await waitAsSample(database, samples.people.patient);
  await strandAsSample(database, samples.appointmentId);
  await renewPlanSamples(database, samples, samples.people.patient);
}

/** With a password to prove it by, and a second device that can be signed out. */
async function signedInElsewhere(database: pg.Pool, person: Person): Promise<void> {
  await setPassword(database, person, demoPassword);
  await database.query(
    "INSERT INTO session (user_id, key, epoch, browser, system) VALUES ($1, $2, 0, 'Firefox', 'Linux')",
    [person.id, randomBytes(32)],
  );
}

async function formsOf(page: string, samples: Samples, { by }: Action): Promise<HtmlForm[]> {
  const response = await fetch(page, { headers: { cookie: cookieOf(samples, by) ?? "" }, redirect: "manual" });
  expect(response.status, `${page} as ${by}`).toBe(200);
  return postedForms(await response.text());
}

function cookieOf({ people }: Samples, asker: Asker): string | null {
  return asker === "visitor" ? null : cookieHeader(people[asker]);
}
