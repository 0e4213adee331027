import type { EpochMs, TimeZone } from "#lib/time.ts";
import type { AppointmentStatus } from "../../lifecycle.ts";
import type { OutgoingMessage } from "../booking/write-appointment.ts";

interface Person {
  name: string;
  email: string;
  locale: string;
  /** Opens, without signing in, the appointment for its patient and the request for its doctor. */
  linkToken?: string;
}

interface Patient extends Person {
  /** Has no pages of their own but what the link opens. */
  isGuest: boolean;
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
  /** Of something else that is different now: until when it lasts, and whether it is confirmed. */
  changed?: { endsAt: EpochMs; status: "pending" | "confirmed" };
  /** Of a place that is offered instead: when it was before, and until when the place is kept. */
  offer?: { previousStartsAt: EpochMs; expiresAt: EpochMs };
}

/** Who is told what when an appointment has reached `status`; most changes concern nobody's mailbox. */
export function appointmentMessages(status: AppointmentStatus, facts: MessageFacts): OutgoingMessage[] {
  const { doctor, patient } = facts;
  switch (status) {
    case "pending":
      return [
        ...mail(patient, "appointment_requested", facts, true),
        ...mail(doctor, "doctor_new_request", facts, true),
      ];
    case "confirmed":
      return mail(patient, "appointment_confirmed", facts, true);
    case "rejected":
      return mail(patient, "appointment_declined", facts);
    case "cancelled":
      return mail(patient, "appointment_cancelled", facts, true);
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
    ...mail(facts.patient, "appointment_moved", facts, true),
    ...doctors.flatMap((doctor) => mail(doctor, "doctor_moved", facts, facts.moved?.status === "pending")),
  ];
}

/** The patient learns that it lasts shorter or longer, or where they meet. */
export function changeMessages(facts: MessageFacts): OutgoingMessage[] {
  return mail(facts.patient, "appointment_changed", facts, true);
}

/** The patient learns of the place that is held for them; `startsAt` and `doctor` are that place's. */
export function replacementMessages(
  facts: MessageFacts,
  offer: { previousStartsAt: EpochMs; expiresAt: EpochMs },
): OutgoingMessage[] {
  return mail(facts.patient, "replacement_offered", { ...facts, offer }, true);
}

function mail(to: Person | Patient | null, kind: string, facts: MessageFacts, hasLink = false): OutgoingMessage[] {
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
    ...facts.changed,
    ...facts.offer,
    ...(hasLink && to.linkToken ? { token: to.linkToken } : {}),
    ...("isGuest" in to && to.isGuest ? { isGuest: true } : {}),
  };
  return [{ kind, recipient: to.email, locale: to.locale, payload }];
}
