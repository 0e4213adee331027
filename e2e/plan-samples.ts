import { createHash, randomBytes } from "node:crypto";
import type pg from "pg";
import { cookieHeader, type Person } from "./people.ts";
import { daysAhead, makePlanFor } from "./plans.ts";

/** Care plans that pages are about, all of the patient's or bought with their address. */
export interface PlanSamples {
  /** The patient's, of a few visits far ahead. */
  planId: string;
  /** A free time for its third visit, in epoch milliseconds. */
  planMoveTo: string;
  /** The patient's too, paused. */
  pausedPlanId: string;
  /** Bought without an account under the patient's address. */
  guestPlanId: string;
  /** Opens it. */
  planToken: string;
}

export async function makePlanSamples(url: string, database: pg.Pool, patient: Person): Promise<PlanSamples> {
  const wish = { service: "blood-test", doctor: "priya-raman", time: "09:00", standIn: "yes" } as const;
  const make = (days: number) => makePlanFor(url, patient, { ...wish, start: daysAhead(days) });
  // One after the other: a patient is in one place at a time.
  const planId = await make(60);
  const pausedPlanId = await make(200);
  const guestPlanId = await make(235);
  const planMoveTo = await timeForVisit(`${url}/patient/plans/${planId}/visits/3/move`, patient);
  const token = await planLinkAsSample(database, guestPlanId);
  const samples = { planId, planMoveTo, pausedPlanId, guestPlanId, planToken: token };
  await renewPlanSamples(database, samples, patient);
  return samples;
}

/** A new link of a plan, in the place of the one before. @returns its token */
export async function planLinkAsSample(database: pg.Pool, planId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await database.query("DELETE FROM access_token WHERE purpose = 'subscription' AND subject = $1", [planId]);
  await database.query(
    `INSERT INTO access_token (hash, purpose, subject, expires_at)
     VALUES ($1, 'subscription', $2, now() + interval '1 year')`,
    [createHash("sha256").update(token).digest(), planId],
  );
  return token;
}

/** The plans as they were, for this patient: whatever was paused, cancelled or linked in between. */
export async function renewPlanSamples(
  database: pg.Pool,
  { planId, pausedPlanId, guestPlanId }: Pick<PlanSamples, "planId" | "pausedPlanId" | "guestPlanId">,
  { id, name, email }: Person,
): Promise<void> {
  const ofPlan = "id IN (SELECT appointment_id FROM visit WHERE subscription_id = $1)";
  await database.query(
    `UPDATE appointment SET patient_id = $2, status = 'cancelled', cancelled_at = now() WHERE ${ofPlan}`,
    [pausedPlanId, id],
  );
  await database.query("UPDATE visit SET status = 'unplaced', reason_code = 'paused' WHERE subscription_id = $1", [
    pausedPlanId,
  ]);
  await database.query("UPDATE subscription SET patient_id = $2, status = 'paused' WHERE id = $1", [pausedPlanId, id]);
  await database.query(
    `UPDATE appointment SET patient_id = $2, status = 'confirmed', cancelled_at = NULL WHERE ${ofPlan}`,
    [planId, id],
  );
  await database.query("UPDATE visit SET status = 'scheduled', reason_code = NULL WHERE subscription_id = $1", [
    planId,
  ]);
  await database.query("UPDATE subscription SET patient_id = $2, status = 'active' WHERE id = $1", [planId, id]);
  await database.query(
    `UPDATE appointment SET patient_id = NULL, contact_name = $2, contact_email = $3, status = 'confirmed',
       cancelled_at = NULL WHERE ${ofPlan}`,
    [guestPlanId, name, email],
  );
  await database.query("UPDATE visit SET status = 'scheduled', reason_code = NULL WHERE subscription_id = $1", [
    guestPlanId,
  ]);
  await database.query(
    `UPDATE subscription SET patient_id = NULL, account_linked_at = NULL, contact_name = $2, contact_email = $3,
       status = 'active' WHERE id = $1`,
    [guestPlanId, name, email],
  );
}

/** The last time that the page of another time offers. */
async function timeForVisit(page: string, patient: Person): Promise<string> {
  const html = await (await fetch(page, { headers: { cookie: cookieHeader(patient) } })).text();
  const [, startsAt] = [...html.matchAll(/<input\b[^>]*name="startsAt" value="(\d+)"/g)].at(-1) ?? [];
  if (!startsAt) throw new Error(`No time is offered on ${page}.`);
  return startsAt;
}
