import { randomUUID } from "node:crypto";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { bookAppointment } from "#lib/scheduling/server/book-appointment.ts";
import { type EpochMs, minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import { at, earlyMonday, makeClinic, makeHouse, makePatients, makePerson, type Person } from "../factories.ts";

export const callers = [
  "foreignPatient",
  "ownPatient",
  "otherDoctor",
  "ownDoctor",
  "staff",
  "admin",
  "staffElsewhere",
  "adminElsewhere",
] as const;
export type Caller = (typeof callers)[number];

/** What is private about the patient, in words that occur nowhere else. */
export const canaries = {
  name: "Canary Quillfeather",
  email: "canary.quillfeather@example.test",
  phone: "+44 7700 900999",
  notes: "canary-notes-sore-throat",
  internalNotes: "canary-internal-is-often-late",
};
export type Canary = keyof typeof canaries;

const everything = Object.keys(canaries) as Canary[];

/** Who may read what of it. */
export const mayRead: Record<Caller, Canary[]> = {
  foreignPatient: [],
  ownPatient: ["name", "email", "phone", "notes"],
  otherDoctor: [],
  ownDoctor: everything,
  staff: everything,
  admin: everything,
  staffElsewhere: [],
  adminElsewhere: [],
};

/** By what the matrix's calls name things; the same with other ids asks for what does not exist. */
export interface Ids {
  clinicId: string;
  serviceId: string;
  doctorId: string;
  /** The canary's, waiting for its doctor. */
  appointmentId: string;
  /** Nobody is booked in it. */
  slotId: string;
  /** The canary's account. */
  patientId: string;
  /** Somebody who is staff of the clinic. */
  colleagueId: string;
  /** A mail to the canary about the appointment. */
  mailId: string;
  startsAt: EpochMs;
}

export interface Scene {
  actors: Record<Caller, Actor>;
  /** A new appointment of the canary's, a slot and a colleague that no call has touched yet. */
  nextIds(): Promise<Ids>;
}

export function unknownIds(ids: Ids): Ids {
  const entries = Object.entries(ids).map(([name, value]) => [name, typeof value === "string" ? randomUUID() : value]);
  return Object.fromEntries(entries) as Ids;
}

/** A clinic with everybody in it, and another clinic next door. */
export async function makeScene(): Promise<Scene> {
  const house = await makeHouse({ doctors: 2, clinic: { cancelNoticeHours: 0 }, slots: { count: 30, from: "07:30" } });
  const { clinic, service, doctor, doctors, slots } = house;
  const elsewhere = await makeClinic();
  const [canary, foreign, somebody] = (await makePatients(3)) as [Person, Person, Person];
  const { name, phone } = canaries;
  const email = `${randomUUID()}.${canaries.email}`;
  await db.user.update({ where: { id: canary.id }, data: { name, phone, email } });
  const otherDoctor = doctors[1] as typeof doctor;
  const elsewhereBusy = { clinicId: clinic.id, serviceId: service.id, doctorId: otherDoctor.doctorId };
  await bookAppointment(somebody.actor, { ...elsewhereBusy, startsAt: at("07:30") }, earlyMonday);

  let used = 0;
  return {
    actors: {
      foreignPatient: foreign.actor,
      ownPatient: canary.actor,
      otherDoctor: otherDoctor.actor,
      ownDoctor: doctor.actor,
      staff: (await makePerson(clinic, "staff")).actor,
      admin: (await makePerson(clinic, "admin")).actor,
      staffElsewhere: (await makePerson(elsewhere, "staff")).actor,
      adminElsewhere: (await makePerson(elsewhere, "admin")).actor,
    },
    nextIds: async () => {
      const startsAt = at("08:00") + minutes(30 * used++);
      const asked = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId };
      const appointmentId = await book(canary, asked, startsAt);
      const [mail] = await ownerSql<{ id: string }>(
        "SELECT id FROM message WHERE appointment_id = $1 AND kind = 'appointment_requested'",
        [appointmentId],
      );
      const slotId = slots[slots.length - used]?.id as string;
      const colleague = await makePerson(clinic, "staff");
      const people = { patientId: canary.id, colleagueId: colleague.id };
      return { ...asked, ...people, appointmentId, slotId, mailId: mail?.id as string, startsAt };
    },
  };
}

async function book(
  patient: Person,
  asked: { clinicId: string; serviceId: string; doctorId: string },
  startsAt: EpochMs,
): Promise<string> {
  const request = { ...asked, startsAt, notes: canaries.notes };
  const booked = await bookAppointment(patient.actor, request, earlyMonday);
  if (!booked.ok) throw new Error(booked.refusal.code);
  await ownerSql("UPDATE appointment SET internal_notes = $2 WHERE id = $1", [booked.value.id, canaries.internalNotes]);
  return booked.value.id;
}
