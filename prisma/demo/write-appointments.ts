import type { ClientBase } from "pg";
import type { EpochMs } from "#lib/time.ts";
import type { DemoAppointment } from "./bookings.ts";
import { demoClinic } from "./clinic.ts";
import type { Step } from "./history.ts";
import { insertRows, instant } from "./insert-rows.ts";
import { statusOf } from "./open-ends.ts";
import { demoDomain } from "./people.ts";
import type { DemoPlan } from "./plan.ts";
import type { Random } from "./random.ts";
import type { WrittenDoctors } from "./write-calendar.ts";
import type { WrittenHouse } from "./write-house.ts";
import type { WrittenPeople } from "./write-people.ts";

interface Given {
  plan: DemoPlan;
  people: WrittenPeople;
  house: WrittenHouse;
  doctors: WrittenDoctors;
  random: Random;
}

export interface WrittenDemoAppointment extends DemoAppointment {
  id: string;
}

/** All appointments in the state they have come to, with a line in the audit log for every step on the way there. */
export async function writeAppointments(client: ClientBase, given: Given): Promise<WrittenDemoAppointment[]> {
  const appointments = given.plan.appointments.map((appointment) => ({
    ...appointment,
    id: given.random.uuid(bookedAt(appointment)),
  }));
  // Ascending by time, which is the order of locks for everybody who writes several.
  await insertRows(
    client,
    "appointment",
    appointments.map((appointment) => rowOf(appointment, given)),
  );
  const lines = appointments.flatMap(({ id, history, person, visit: { doctor } }) => {
    const emails = { patient: person.email ?? "", doctor: doctor.email, staff: `staff@${demoDomain}` };
    const who = ({ by }: Step) => given.people.get(emails[by]) ?? null;
    return history.map((step, index) =>
      auditLine(given.house.clinicId, id, step, { before: history[index - 1], actorId: who(step) }),
    );
  });
  await insertRows(
    client,
    "audit_entry",
    lines.sort((a, b) => a.created_at.localeCompare(b.created_at)),
  );
  return appointments;
}

function rowOf(appointment: WrittenDemoAppointment, { people, house, doctors }: Given) {
  const { id, visit, person, history, notes, internalNotes, urgent } = appointment;
  const { service, doctor, startsAt, endsAt, localDate } = visit;
  const patientId = person.email === undefined ? null : people.get(person.email);
  const staffId = people.get(`staff@${demoDomain}`);
  const [status, cancelled] = [statusOf(appointment), history.find((step) => step.status === "cancelled")];
  const confirmed = history.find((step) => step.status === "confirmed");
  const hasVideo = service.mode === "video" && confirmed !== undefined;
  const last = history.at(-1) as Step;
  return {
    id,
    clinic_id: house.clinicId,
    doctor_id: doctors.get(doctor.slug),
    service_id: house.serviceIds.get(service.slug),
    patient_id: patientId,
    contact_name: patientId ? null : person.name,
    contact_phone: patientId ? null : person.phone,
    starts_at: instant(startsAt),
    ends_at: instant(endsAt),
    // Placeholders: a trigger derives these.
    occupied: "empty",
    session_key: id,
    group_size: 1,
    resource_id: visit.room === null ? null : house.resourceIds.get(visit.room),
    buffer_before_minutes: 0,
    buffer_after_minutes: 0,
    local_date: localDate,
    status,
    version: history.length,
    notes,
    internal_notes: internalNotes,
    answers: [],
    price_amount: doctor.services[service.slug]?.priceAmount ?? service.priceAmount,
    price_currency: demoClinic.currency,
    urgent,
    confirmed_at: confirmed ? instant(confirmed.at) : null,
    cancelled_at: cancelled ? instant(cancelled.at) : null,
    cancelled_by_id: cancelled ? (cancelled.by === "patient" ? patientId : staffId) : null,
    cancel_reason: last.reason ?? null,
    video_url: hasVideo ? `https://video.${demoDomain}/${id}` : null,
    ics_uid: id,
    ics_sequence: 0,
    created_by_id: patientId ?? staffId,
    created_at: instant(bookedAt(appointment)),
    updated_at: instant(last.at),
  };
}

function auditLine(
  clinicId: string,
  appointmentId: string,
  step: Step,
  { before, actorId }: { before: Step | undefined; actorId: string | null },
) {
  return {
    clinic_id: clinicId,
    actor_id: actorId,
    actor_role: actorId ? step.by : "system: demo seed",
    action: before ? `appointment.${step.status}` : "appointment.booked",
    subject_type: "appointment",
    subject_id: appointmentId,
    detail: before ? { from: before.status, to: step.status } : {},
    created_at: instant(step.at),
  };
}

function bookedAt({ history }: DemoAppointment): EpochMs {
  return (history[0] as Step).at;
}
