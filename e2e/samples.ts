import type pg from "pg";
import { bookFor, freeTime, freeTimes, inDays, severalFreeTime } from "./booking.ts";
import type { RunningClinic } from "./clinic.ts";
import { missOnce } from "./missed.ts";
import { cookieHeader, demoPerson, newPatient, type Person } from "./people.ts";
import { makePlanSamples, type PlanSamples } from "./plan-samples.ts";
import { strandAsSample } from "./stranded.ts";
import { teamSamples } from "./team-samples.ts";
import { waitAsSample } from "./waiting.ts";
import { wordsOf } from "./words.ts";

/** Everybody who may ask for a page. The "other" ones are not concerned by the sample appointment. */
export const askers = ["visitor", "patient", "doctor", "staff", "admin", "otherPatient", "otherDoctor"] as const;
export type Asker = (typeof askers)[number];

/** Things that pages are about, and the people who ask for them. */
export interface Samples extends PlanSamples {
  people: Record<Exclude<Asker, "visitor">, Person>;
  clinicId: string;
  service: string;
  doctor: string;
  /** Still free. */
  startsAt: string;
  /** Of a blood test with the service after it; still free. */
  severalStartsAt: string;
  /** Of the patient's, which they missed. */
  missedId: string;
  /** The patient's appointment with the doctor, not confirmed yet. */
  appointmentId: string;
  /** When it is, and another free time of its doctor's; in epoch milliseconds. */
  bookedAt: string;
  moveTo: string;
  /** Of a plan of somebody's, without a place: where one is chosen for it, and a time that it can have. */
  unplacedVisit: { path: string; placeAt: string };
  /** Somebody's, in a room that could be another one. */
  roomAppointmentId: string;
  /** The doctor's, shorter than its slot, which nobody else keeps it from filling: until `endsAt`. */
  shortVisit: { id: string; endsAt: string };
  /** The doctor's, by video. */
  videoAppointmentId: string;
  /** Its day. */
  date: string;
  /** The message to the patient about it. */
  mailId: string;
  /** One that went out after a first attempt had failed. */
  sentMailId: string;
  /** A week for certain days and a closure of the clinic's, years ahead. */
  templateId: string;
  closureId: string;
  /** A former colleague, whose account is off. */
  formerColleagueId: string;
  /** Opens an invitation that nobody has accepted. */
  invitationToken: string;
  /** Texts that nobody but the patient, their doctor, staff and admin may ever be sent. */
  secrets: string[];
}

const secretNote = "Canary note: an itch behind the left knee";

/** A new patient with an appointment, and what else the pages' addresses need. */
export async function makeSamples({ url, database }: RunningClinic): Promise<Samples> {
  const [service, doctor] = ["gp-consultation", "amara-okafor"];
  const patient = await newPatient(database, "Canary Quillfeather");
  const booked = await freeTime(url, { service, doctor });
  const appointmentId = await bookFor(url, patient, { service, doctor, startsAt: booked });
  await database.query("UPDATE appointment SET notes = $2, bundle_id = id WHERE id = $1", [appointmentId, secretNote]);
  await waitAsSample(database, patient);
  await strandAsSample(database, appointmentId);
  return {
    people: {
      patient,
      doctor: await demoPerson(database, "doctor"),
      staff: await demoPerson(database, "staff"),
      admin: await demoPerson(database, "admin"),
      otherPatient: await newPatient(database, "Somebody Else"),
      otherDoctor: await demoPerson(database, "elin.lindqvist"),
    },
    clinicId: await clinicOf(database, appointmentId),
    service,
    doctor,
    startsAt: await quietTime(url, service),
    severalStartsAt: await severalFreeTime(url, ["blood-test", service], 21),
    missedId: await missOnce(database, appointmentId),
    appointmentId,
    bookedAt: booked,
    moveTo: await lastFreeTime(url, { service, doctor, day: wordsOf(booked).date }),
    ...(await makePlanSamples(url, database, patient)),
    unplacedVisit: await visitWithoutPlace({ url, database }),
    roomAppointmentId: await appointmentInRoom(database),
    shortVisit: await visitWithRoom(database, doctor),
    videoAppointmentId: await visitByVideo(database, doctor),
    date: wordsOf(booked).date,
    mailId: await mailAbout(database, appointmentId, patient),
    sentMailId: await deliveredMail(database),
    ...(await distantDays(database)),
    ...(await teamSamples(database)),
    secrets: [patient.name, patient.email, secretNote, appointmentId],
  };
}

/** So far ahead that no other test books there: the first of the last full day of a week, as others close its first. */
async function quietTime(url: string, service: string): Promise<string> {
  const times = await freeTimes(url, { service, day: inDays(21) });
  const dateOf = (time: string) => wordsOf(time).date;
  const last = times.findLast((time) => !wordsOf(time).day.startsWith("Saturday"));
  const first = last && times.find((time) => dateOf(time) === dateOf(last));
  if (!first) throw new Error(`Nothing is free in three weeks.`);
  return first;
}

async function distantDays(database: pg.Pool): Promise<{ templateId: string; closureId: string }> {
  const {
    rows: [template],
  } = await database.query<{ id: string }>(
    `INSERT INTO week_template (clinic_id, name, valid_from, valid_to)
     SELECT id, 'Between the years', '2040-12-27', '2040-12-31' FROM clinic RETURNING id`,
  );
  const {
    rows: [closure],
  } = await database.query<{ id: string }>(
    `INSERT INTO closure (clinic_id, from_date, to_date, reason)
     SELECT id, '2040-12-24', '2040-12-26', 'Painters' FROM clinic RETURNING id`,
  );
  if (!template || !closure) throw new Error("There is no clinic.");
  return { templateId: template.id, closureId: closure.id };
}

/** The demo's, which its doctor declined, with the last time that is offered for it in the week it was wanted for. */
async function visitWithoutPlace({
  url,
  database,
}: Pick<RunningClinic, "url" | "database">): Promise<Samples["unplacedVisit"]> {
  const { rows } = await database.query<{ plan: string; sequence: number }>(
    "SELECT subscription_id AS plan, sequence FROM visit WHERE reason_code = 'declined' ORDER BY id LIMIT 1",
  );
  const path = `/staff/plans/${rows[0]?.plan}/visits/${rows[0]?.sequence}`;
  const headers = { cookie: cookieHeader(await demoPerson(database, "staff")) };
  const html = await (await fetch(url + path, { headers })).text();
  const [, placeAt] = [...html.matchAll(/<input\b[^>]*name="startsAt" value="(\d+)"/g)].at(-1) ?? [];
  if (!placeAt) throw new Error(`No time is offered on ${path}`);
  return { path, placeAt };
}

async function appointmentInRoom(database: pg.Pool): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    `SELECT a.id FROM appointment a JOIN resource r ON r.id = a.resource_id
     WHERE r.kind = 'Treatment room' AND occupies(a.status) AND a.starts_at > now() ORDER BY a.starts_at LIMIT 1`,
  );
  return rows[0]?.id ?? "";
}

async function visitWithRoom(database: pg.Pool, doctor: string): Promise<{ id: string; endsAt: string }> {
  const { rows } = await database.query<{ id: string; endsAt: string }>(
    `SELECT a.id, epoch_ms(s.ends_at)::text AS "endsAt" FROM appointment a
     JOIN doctor d ON d.id = a.doctor_id AND d.slug = $1
     JOIN service v ON v.id = a.service_id AND v.slug = 'phone-consultation'
     JOIN time_slot s ON s.clinic_id = a.clinic_id AND s.starts_at = a.starts_at AND s.ends_at > a.ends_at
     WHERE a.status IN ('pending', 'confirmed') AND a.starts_at > now() + interval '30 hours'
       AND NOT EXISTS (SELECT FROM appointment o WHERE o.doctor_id = a.doctor_id AND o.id <> a.id AND occupies(o.status)
         AND o.occupied && tstzrange(a.starts_at, s.ends_at + make_interval(mins => a.buffer_after_minutes)))
     ORDER BY a.starts_at LIMIT 1`,
    [doctor],
  );
  if (!rows[0]) throw new Error("Every visit of the doctor's is as long as it can be.");
  return rows[0];
}

async function visitByVideo(database: pg.Pool, doctor: string): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    `SELECT a.id FROM appointment a JOIN doctor d ON d.id = a.doctor_id AND d.slug = $1
     JOIN service v ON v.id = a.service_id AND v.mode = 'video'
     WHERE a.status IN ('pending', 'confirmed') AND a.starts_at > now() + interval '1 hour' ORDER BY a.starts_at LIMIT 1`,
    [doctor],
  );
  return rows[0]?.id ?? "";
}

/** Late in a week, where nothing else books. */
async function lastFreeTime(url: string, wish: { service: string; doctor: string; day: string }): Promise<string> {
  const last = (await freeTimes(url, wish)).at(-1);
  if (!last) throw new Error(`Nothing is free in the week of ${wish.day}.`);
  return last;
}

async function deliveredMail(database: pg.Pool): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    `WITH sent AS (
       INSERT INTO message (clinic_id, kind, recipient, payload, status, attempts, sent_at)
       SELECT id, 'test_mail', 'somebody@example.test', '{"name": "Somebody", "clinicName": "Northgate Practice"}', 'sent',
         2, now() FROM clinic LIMIT 1 RETURNING id
     ), tried AS (
       INSERT INTO message_attempt (message_id, attempt, outcome, answer)
       SELECT id, attempt, outcome::attempt_outcome, answer
       FROM sent, (VALUES (1, 'failed', '450 greylisted'), (2, 'sent', '250 taken')) AS tries (attempt, outcome, answer)
     )
     SELECT id FROM sent`,
  );
  if (!rows[0]) throw new Error("There is no clinic.");
  return rows[0].id;
}

async function mailAbout(database: pg.Pool, appointmentId: string, { email }: Person): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    "SELECT id FROM message WHERE appointment_id = $1 AND recipient = $2",
    [appointmentId, email],
  );
  if (!rows[0]) throw new Error("Booking wrote no message.");
  return rows[0].id;
}

async function clinicOf(database: pg.Pool, appointmentId: string): Promise<string> {
  const { rows } = await database.query("SELECT clinic_id FROM appointment WHERE id = $1", [appointmentId]);
  return rows[0]?.clinic_id;
}
