import type pg from "pg";
import { freeTimes } from "../booking.ts";
import type { RunningClinic } from "../clinic.ts";
import { holdAsSample } from "../hold-sample.ts";
import { planLinkAsSample } from "../plan-samples.ts";
import type { Samples } from "../samples.ts";
import type { Stand } from "./document.ts";

/** What the examples speak of, as it is there now. */
export async function standFor({ url, database }: RunningClinic, samples: Samples): Promise<Stand> {
  const id = (sql: string, ...values: unknown[]) => idIn(database, sql, values);
  const { patient, doctor } = samples.people;
  const doctorId = await id("SELECT id FROM doctor WHERE user_id = $1", doctor.id);
  return {
    ids: {
      appointment: samples.appointmentId,
      doctor: doctorId,
      window: await id(
        `INSERT INTO availability_window (doctor_id, clinic_id, starts_at, ends_at)
         SELECT $1, id, now() + interval '900 days', now() + interval '900 days 1 hour' FROM clinic RETURNING id`,
        doctorId,
      ),
      timeOff: await id(
        `INSERT INTO time_off (doctor_id, starts_at, ends_at)
         VALUES ($1, now() + interval '901 days', now() + interval '902 days') RETURNING id`,
        doctorId,
      ),
      service: await id("SELECT id FROM service WHERE slug = $1", samples.service),
      patient: patient.id,
      waitlistEntry: await id("SELECT id FROM waitlist_entry WHERE patient_id = $1 AND status = 'waiting'", patient.id),
      hold: await holdAsSample(database, patient),
      offeredEntry: await id("SELECT id FROM waitlist_entry WHERE patient_id = $1 AND status = 'offered'", patient.id),
      plan: samples.planId,
      pausedPlan: samples.pausedPlanId,
      planWithGap: samples.pausedPlanId,
      planToken: samples.planToken,
      pausedPlanToken: await planLinkAsSample(database, samples.pausedPlanId),
      slot: await id(
        "SELECT id FROM time_slot WHERE booked = 0 AND starts_at > now() + interval '40 days' ORDER BY starts_at LIMIT 1",
      ),
      closure: samples.closureId,
      businessHours: await id("SELECT id FROM business_hours ORDER BY day_of_week, open_time LIMIT 1"),
    },
    startsAt: await nextFree(url, samples),
    visitStartsAt: new Date(Number(samples.planMoveTo)).toISOString(),
    date: samples.date,
  };
}

async function idIn(database: pg.Pool, sql: string, values: unknown[]): Promise<string> {
  const { rows } = await database.query<{ id: string }>(sql, values);
  if (!rows[0]) throw new Error(`Nothing answers ${sql}`);
  return rows[0].id;
}

/** A time of the service on a later day than the sample appointment's, which nobody has. */
async function nextFree(url: string, { service, date, moveTo }: Samples): Promise<string> {
  const day = new Date(Date.parse(date) + 24 * 3_600_000).toISOString().slice(0, 10);
  const times = await freeTimes(url, { service, day });
  // Some calls change the hours, and whatever comes after them books nothing.
  return new Date(Number(times.at(-3) ?? moveTo)).toISOString();
}
