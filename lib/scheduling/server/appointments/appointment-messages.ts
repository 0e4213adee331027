import type { EpochMs, TimeZone } from "#lib/time.ts";
import type { AppointmentStatus } from "../../lifecycle.ts";
import type { OutgoingMessage } from "../booking/write-appointment.ts";

interface Person {
  name: string;
  email: string;
  locale: string;
}

interface Patient extends Person {
  /** Opens the appointment for somebody without an account. */
  linkToken?: string | null;
}

export interface MessageFacts {
  clinic: { name: string; locale: string; timeZone: TimeZone };
  service: { name: string };
  doctor: Person;
  /** Null where nobody can be written to. */
  patient: Patient | null;
  /** As the doctor reads it; the patient's own name where left out. */
  patientName?: string | null;
  startsAt: EpochMs;
  reason: string | null;
  /** Of a move: when it was before, and whether the new time is confirmed. */
  moved?: { previousStartsAt: EpochMs; status: "pending" | "confirmed" };
  /** Of a place that is offered instead: when it was before, and until when the place is kept. */
  offer?: { previousStartsAt: EpochMs; expiresAt: EpochMs };
}

/** Who is told what when an appointment has reached `status`; most changes concern nobody's mailbox. */
export function appointmentMessages(status: AppointmentStatus, facts: MessageFacts): OutgoingMessage[] {
  const { doctor, patient } = facts;
  switch (status) {
    case "pending":
      return [...mail(patient, "appointment_requested", facts), ...mail(doctor, "doctor_new_request", facts)];
    case "confirmed":
      return mail(patient, "appointment_confirmed", facts);
    case "rejected":
      return mail(patient, "appointment_declined", facts);
    case "cancelled":
      return mail(patient, "appointment_cancelled", facts);
    default:
      return [];
  }
}

/** The doctor learns of a free time, unless they made it free themselves. */
export function cancellationForDoctor(facts: MessageFacts): OutgoingMessage[] {
  return mail(facts.doctor, "doctor_cancelled", facts);
}

/** The patient and every doctor given learn of the new time. */
export function moveMessages(facts: MessageFacts, doctors: readonly Person[]): OutgoingMessage[] {
  return [
    ...mail(facts.patient, "appointment_moved", facts),
    ...doctors.flatMap((doctor) => mail(doctor, "doctor_moved", facts)),
  ];
}

/** The patient learns of the place that is held for them; `startsAt` and `doctor` are that place's. */
export function replacementMessages(
  facts: MessageFacts,
  offer: { previousStartsAt: EpochMs; expiresAt: EpochMs },
): OutgoingMessage[] {
  return mail(facts.patient, "replacement_offered", { ...facts, offer });
}

function mail(to: Patient | null, kind: string, facts: MessageFacts): OutgoingMessage[] {
  if (!to) return [];
  const payload = {
    name: to.name,
    clinicName: facts.clinic.name,
    timeZone: facts.clinic.timeZone,
    serviceName: facts.service.name,
    doctorName: facts.doctor.name,
    patientName: facts.patientName ?? facts.patient?.name ?? null,
    startsAt: facts.startsAt,
    reason: facts.reason,
    ...facts.moved,
    ...facts.offer,
    ...(to.linkToken ? { token: to.linkToken, isGuest: true } : {}),
  };
  return [{ kind, recipient: to.email, locale: to.locale, payload }];
}
