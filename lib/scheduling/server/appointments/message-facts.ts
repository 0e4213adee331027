import "server-only";
import type { Contact } from "../booking/write-appointment.ts";
import { type AppointmentRow, personOf } from "../records.ts";
import type { MessageFacts } from "./appointment-messages.ts";

/** What mails say about a stored appointment. @param linkToken opens it for somebody without an account */
export function messageFactsOf(row: AppointmentRow, reason: string | null, linkToken: string | null): MessageFacts {
  const { doctor } = row.doctorService;
  const { name, email } = personOf(row);
  const locale = row.patient?.locale ?? row.clinic.locale;
  return {
    clinic: row.clinic,
    service: row.service,
    doctor: { name: doctor.name, ...doctor.user },
    patient: email ? { name, email, locale, linkToken } : null,
    patientName: name || null,
    startsAt: row.startsAt.getTime(),
    reason,
  };
}

/** Null where the patient has an account. */
export function contactOf(row: AppointmentRow): Contact | null {
  if (row.patientId) return null;
  return { name: row.contactName ?? "", email: row.contactEmail, phone: row.contactPhone };
}
