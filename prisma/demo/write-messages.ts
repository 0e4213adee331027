import type { ClientBase } from "pg";
import type { MessageKind } from "#lib/notifications/message-kinds.ts";
import type { AppointmentStatus } from "#lib/scheduling/lifecycle.ts";
import { type EpochMs, minutes } from "#lib/time.ts";
import { demoClinic } from "./clinic.ts";
import type { Step } from "./history.ts";
import { insertRows, instant } from "./insert-rows.ts";
import type { WrittenDemoAppointment } from "./write-appointments.ts";

interface Given {
  appointments: readonly WrittenDemoAppointment[];
  clinicId: string;
  now: EpochMs;
}

/** What patients are told; the rest of the seeded appointments' mails are not worth their place in a demo. */
const kinds: Partial<Record<AppointmentStatus, MessageKind>> = {
  pending: "appointment_requested",
  confirmed: "appointment_confirmed",
  rejected: "appointment_declined",
  cancelled: "appointment_cancelled",
};

const howMany = 18;

/** The latest mails, so that the mail log looks lived in; all of them sent, but for one whose mailbox is full. */
export async function writeMessages(client: ClientBase, { appointments, clinicId, now }: Given): Promise<void> {
  const mails = appointments
    .flatMap((appointment) => appointment.history.flatMap((step, index) => mailsAbout(appointment, step, index + 1)))
    .sort((a, b) => a.at - b.at)
    .slice(-howMany);
  const rows = mails.map(({ at, ...mail }, index) => ({
    clinic_id: clinicId,
    ...mail,
    locale: demoClinic.locale,
    next_attempt_at: instant(at),
    created_at: instant(at),
    ...(index === 3
      ? undeliverable
      : { status: "sent", attempts: 1, sent_at: instant(Math.min(now, at + minutes(1))), last_error: null }),
  }));
  await insertRows(client, "message", rows);
}

const undeliverable = {
  status: "dead",
  attempts: 8,
  sent_at: null,
  last_error: "552 5.2.2 Mailbox full",
};

function mailsAbout({ id, visit, person, history }: WrittenDemoAppointment, step: Step, version: number) {
  const kind = kinds[step.status];
  if (!kind || person.email === undefined) return [];
  const mail = (to: { name: string; email: string }, about: MessageKind) => ({
    at: step.at,
    appointment_id: id,
    appointment_version: version,
    kind: about,
    recipient: to.email,
    payload: {
      name: to.name,
      clinicName: demoClinic.name,
      clinicPhone: demoClinic.phone,
      timeZone: demoClinic.timeZone,
      serviceName: visit.service.name,
      doctorName: visit.doctor.name,
      patientName: person.name,
      startsAt: visit.startsAt,
      reason: history[version - 1]?.reason ?? null,
    },
  });
  return step.status === "pending"
    ? [mail(person, kind), mail(visit.doctor, "doctor_new_request")]
    : [mail(person, kind)];
}
