import { randomUUID } from "node:crypto";
import { createApiToken } from "#lib/accounts/server/create-api-token.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { db } from "#lib/db/client.ts";
import { bookAppointment } from "#lib/scheduling/server/booking/book-appointment.ts";
import { addDays, type EpochMs, type LocalDate, minutes } from "#lib/time.ts";
import { ownerSql } from "../database.ts";
import {
  at,
  earlyMonday,
  insertSql,
  insertValues,
  makeClinic,
  makeHouse,
  makePatients,
  makePerson,
  makeSlots,
  monday,
  type Person,
} from "../factories.ts";
import { makePlans, type PlanIds } from "./plan-scene.ts";

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
  answers: "canary-answer-warfarin",
};
export type Canary = keyof typeof canaries;

const everything = Object.keys(canaries) as Canary[];

/** Who may read what of it. */
export const mayRead: Record<Caller, Canary[]> = {
  foreignPatient: [],
  ownPatient: ["name", "email", "phone", "notes", "answers"],
  otherDoctor: [],
  ownDoctor: everything,
  staff: everything,
  admin: everything,
  staffElsewhere: [],
  adminElsewhere: [],
};

/** By what the matrix's calls name things; the same with other ids asks for what does not exist. */
export interface Ids extends PlanIds {
  clinicId: string;
  serviceId: string;
  doctorId: string;
  /** The canary's, waiting for its doctor. */
  appointmentId: string;
  /** Nobody is booked in it. */
  slotId: string;
  resourceId: string;
  /** The canary's account. */
  patientId: string;
  /** Somebody who is staff of the clinic. */
  colleagueId: string;
  /** A mail to the canary about the appointment. */
  mailId: string;
  /** The doctor's, far from everything else. */
  timeOffId: string;
  windowId: string;
  /** An opening of the clinic's usual Saturday, other minutes for each call. */
  shiftId: string;
  /** The clinic's, on the same distant days. */
  templateId: string;
  closureId: string;
  /** The canary waits for their doctor. */
  waitingId: string;
  /** What was offered to the canary waits for their answer. */
  offeredId: string;
  /** Nobody has accepted it. */
  invitationId: string;
  /** Another time that is held for the appointment. */
  replacementId: string;
  /** With which a program may act as the canary. */
  apiTokenId: string;
  startsAt: EpochMs;
}

/** Hours that the doctor has for some distant days, other ones for each call: known by its `startsAt`. */
export function distantWeek(startsAt: EpochMs): { from: LocalDate; to: LocalDate } {
  const from = addDays("2035-01-01", 10 * Math.round((startsAt - at("08:00")) / minutes(30)));
  return { from, to: addDays(from, 5) };
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
  const room = await db.resource.create({ data: { clinicId: clinic.id, kind: "Room", name: "Room 1" } });
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
      // What is held stays clear of the day whose slots and hours the calls change.
      const ownDay = addDays(monday, 7 + used);
      await makeSlots(clinic, { date: ownDay, count: 2 });
      const asked = { clinicId: clinic.id, serviceId: service.id, doctorId: doctor.doctorId };
      const appointmentId = await book(canary, asked, startsAt);
      const [mail] = await ownerSql<{ id: string }>(
        "SELECT id FROM message WHERE appointment_id = $1 AND kind = 'appointment_requested'",
        [appointmentId],
      );
      const slotId = slots[slots.length - used]?.id as string;
      const colleague = await makePerson(clinic, "staff");
      const resourceId = room.id;
      const people = { patientId: canary.id, colleagueId: colleague.id };
      return {
        ...asked,
        ...people,
        appointmentId,
        slotId,
        resourceId,
        mailId: mail?.id as string,
        ...(await arrange(asked, startsAt)),
        ...(await waitFor(canary, asked, otherDoctor.doctorId, at("09:30", ownDay))),
        ...(await makePlans(clinic, asked, canary, addDays(monday, 60 + used))),
        apiTokenId: await tokenOf(canary),
        invitationId: await invited(clinic.id, colleague.id),
        replacementId: await replace(asked, appointmentId, at("09:00", ownDay)),
        startsAt,
      };
    },
  };
}

async function tokenOf({ actor }: Person): Promise<string> {
  const made = await createApiToken(actor, { name: "Calendar" });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.id;
}

/** Time off, a window and a week of the doctor's, an opening, a week template and a closure of the clinic's. */
async function arrange(
  { clinicId, doctorId }: { clinicId: string; doctorId: string },
  startsAt: EpochMs,
): Promise<Pick<Ids, "timeOffId" | "windowId" | "shiftId" | "templateId" | "closureId">> {
  const { from, to } = distantWeek(startsAt);
  const times = { startsAt: new Date(at("09:00", from)), endsAt: new Date(at("12:00", from)) };
  const timeOff = await db.timeOff.create({ data: { doctorId, ...times } });
  const window = await db.availabilityWindow.create({ data: { doctorId, clinicId, ...times } });
  await ownerSql(
    `INSERT INTO weekly_hours (doctor_id, clinic_id, day_of_week, start_time, end_time, valid_from, valid_to)
     VALUES ($1, $2, 6, '23:00', '23:30', $3, $4)`,
    [doctorId, clinicId, from, to],
  );
  await ownerSql("DELETE FROM business_hours WHERE clinic_id = $1 AND day_of_week = 5 AND is_closed", [clinicId]);
  const [shift] = await ownerSql<{ id: string }>(
    `INSERT INTO business_hours (clinic_id, day_of_week, open_time, close_time)
     VALUES ($1, 5, time '00:00' + $2 * interval '10 minutes', time '00:05' + $2 * interval '10 minutes') RETURNING id`,
    [clinicId, Math.round((startsAt - at("08:00")) / minutes(30))],
  );
  const [first, last] = [new Date(from), new Date(to)];
  const template = await db.weekTemplate.create({
    data: { clinicId, name: `From ${from}`, validFrom: first, validTo: last },
  });
  const closure = await db.closure.create({ data: { clinicId, fromDate: first, toDate: last, reason: "Away" } });
  return {
    timeOffId: timeOff.id,
    windowId: window.id,
    shiftId: shift?.id as string,
    templateId: template.id,
    closureId: closure.id,
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
  const answers = JSON.stringify([{ questionId: "q", label: "Which pills?", answer: canaries.answers }]);
  // As if it were a bundle by itself, under its own id.
  await ownerSql("UPDATE appointment SET internal_notes = $2, answers = $3::jsonb, bundle_id = id WHERE id = $1", [
    booked.value.id,
    canaries.internalNotes,
    answers,
  ]);
  return booked.value.id;
}

async function invited(clinicId: string, invitedById: string): Promise<string> {
  const expiresAt = new Date("2031-03-03");
  const email = `${randomUUID()}@example.test`;
  const { id } = await db.invitation.create({ data: { clinicId, email, roles: ["staff"], invitedById, expiresAt } });
  return id;
}

/** A place with the same doctor that is held so that the appointment may move there. */
async function replace(
  asked: { clinicId: string; serviceId: string; doctorId: string },
  appointmentId: string,
  startsAt: EpochMs,
): Promise<string> {
  const [row] = await ownerSql<{ id: string }>(
    `INSERT INTO appointment (clinic_id, doctor_id, service_id, starts_at, ends_at, status, hold_expires_at, hold_key,
       replaces_id, price_amount, price_currency, occupied, local_date, session_key)
     VALUES ($1, $2, $3, to_timestamp($4::float8 / 1000), to_timestamp($4::float8 / 1000) + interval '30 minutes', 'held',
       now() + interval '10 minutes', sha256($5::text::bytea), $5::uuid, 0, 'GBP', 'empty', current_date, uuid_v7())
     RETURNING id`,
    [asked.clinicId, asked.doctorId, asked.serviceId, startsAt, appointmentId],
  );
  return row?.id as string;
}

/** New wishes of the canary's in place of those before: one that waits, one with an offer. */
async function waitFor(
  { id: patientId }: Person,
  asked: { clinicId: string; serviceId: string; doctorId: string },
  otherDoctorId: string,
  startsAt: EpochMs,
): Promise<{ waitingId: string; offeredId: string }> {
  await ownerSql("UPDATE waitlist_entry SET status = 'withdrawn' WHERE patient_id = $1", [patientId]);
  const values = insertValues({ ...asked, doctorId: otherDoctorId, patientId, startsAt, status: "held" });
  const [held] = await ownerSql<{ id: string }>(insertSql, values);
  const insert = `INSERT INTO waitlist_entry (clinic_id, service_id, doctor_id, patient_id, until_date, status, offer_id,
    offer_expires_at) VALUES ($1, $2, $3, $4, '2031-03-03', $5::waitlist_status, $6,
    CASE WHEN $5 = 'offered' THEN timestamptz '2031-03-03 09:00Z' END) RETURNING id`;
  const wish = async (doctorId: string, status: string, offerId: string | null) => {
    const values = [asked.clinicId, asked.serviceId, doctorId, patientId, status, offerId];
    const [row] = await ownerSql<{ id: string }>(insert, values);
    return row?.id as string;
  };
  const waitingId = await wish(asked.doctorId, "waiting", null);
  return { waitingId, offeredId: await wish(otherDoctorId, "offered", held?.id as string) };
}
