import { randomBytes } from "node:crypto";
import type pg from "pg";
import { demoPassword } from "#lib/accounts/demo.ts";
import { demoPerson, newPatient, type Person, setPassword } from "./people.ts";
import { renewPlanSamples } from "./plan-samples.ts";
import type { Samples } from "./samples.ts";
import { strandAsSample } from "./stranded.ts";
import { waitAsSample } from "./waiting.ts";

/**
 * Some acts end sessions, some the appointment: each begins with both as they were, and with nobody waiting for a
 * place that the house might give away meanwhile.
 */
export async function renewSamples(database: pg.Pool, samples: Samples): Promise<void> {
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
