import type pg from "pg";
import { bookFor, freeTime } from "./booking.ts";
import type { RunningClinic } from "./clinic.ts";
import { demoPerson, newPatient, type Person } from "./people.ts";
import { wordsOf } from "./words.ts";

/** Everybody who may ask for a page. The "other" ones are not concerned by the sample appointment. */
export const askers = ["visitor", "patient", "doctor", "staff", "admin", "otherPatient", "otherDoctor"] as const;
export type Asker = (typeof askers)[number];

/** Things that pages are about, and the people who ask for them. */
export interface Samples {
  people: Record<Exclude<Asker, "visitor">, Person>;
  service: string;
  doctor: string;
  /** Still free. */
  startsAt: string;
  /** The patient's appointment with the doctor, not confirmed yet. */
  appointmentId: string;
  /** Its day. */
  date: string;
  /** The message to the patient about it. */
  mailId: string;
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
  await database.query("UPDATE appointment SET notes = $2 WHERE id = $1", [appointmentId, secretNote]);
  return {
    people: {
      patient,
      doctor: await demoPerson(database, "doctor"),
      staff: await demoPerson(database, "staff"),
      admin: await demoPerson(database, "admin"),
      otherPatient: await newPatient(database, "Somebody Else"),
      otherDoctor: await demoPerson(database, "elin.lindqvist"),
    },
    service,
    doctor,
    startsAt: await freeTime(url, { service }),
    appointmentId,
    date: wordsOf(booked).date,
    mailId: await mailAbout(database, appointmentId, patient),
    secrets: [patient.name, patient.email, secretNote, appointmentId],
  };
}

async function mailAbout(database: pg.Pool, appointmentId: string, { email }: Person): Promise<string> {
  const { rows } = await database.query<{ id: string }>(
    "SELECT id FROM message WHERE appointment_id = $1 AND recipient = $2",
    [appointmentId, email],
  );
  if (!rows[0]) throw new Error("Booking wrote no message.");
  return rows[0].id;
}
