import "server-only";
import type { Contact } from "../booking/write-appointment.ts";
import { type AppointmentRow, personOf } from "../records.ts";
import type { MessageFacts } from "./appointment-messages.ts";
import type { MailLinks } from "./mail-links.ts";

/** What mails say about a stored appointment. */
export function messageFactsOf(row: AppointmentRow, reason: string | null, links: MailLinks): MessageFacts {
  const { doctor } = row.doctorService;
  const { name, email } = personOf(row);
  const locale = row.patient?.locale ?? row.contactLocale ?? row.clinic.locale;
  return {
    clinic: row.clinic,
    service: row.service,
    doctor: { name: doctor.name, ...doctor.user, linkToken: links.doctor.token },
    patient: email ? { name, email, locale, isGuest: row.patientId === null, linkToken: links.patient.token } : null,
    patientName: name || null,
    startsAt: row.startsAt.getTime(),
    reason,
  };
}

/** Null where the patient has an account. */
export function contactOf(row: AppointmentRow): Contact | null {
  if (row.patientId) return null;
  return { name: row.contactName ?? "", email: row.contactEmail, phone: row.contactPhone, locale: row.contactLocale };
}
