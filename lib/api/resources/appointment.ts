import { z } from "zod";
import { appointmentStatuses } from "../../scheduling/lifecycle.ts";
import type { AppointmentView, WrittenAppointment } from "../../scheduling/view.ts";
import type { TimeZone } from "../../time.ts";
import { instant, instantAnswer, money, toMoney } from "../fields.ts";

export const appointment = z
  .strictObject({
    id: z.uuid(),
    clinic: z.uuid(),
    status: z.enum(appointmentStatuses),
    version: z.int().meta({ description: "One more with every change; send it along to change what was seen" }),
    startsAt: instantAnswer,
    endsAt: instantAnswer,
    timeZone: z.string().meta({ description: "IANA, of the clinic", examples: ["Europe/London"] }),
    service: z.strictObject({
      id: z.uuid(),
      slug: z.string(),
      name: z.string(),
      mode: z.enum(["in_person", "phone", "video"]),
    }),
    doctor: z.strictObject({ id: z.uuid(), slug: z.string(), name: z.string(), title: z.string().nullable() }),
    patient: z.strictObject({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() }),
    urgent: z.boolean(),
    notes: z.string().nullable().meta({ description: "Of who booked" }),
    internalNotes: z.string().nullable().meta({ description: "The team's own; null for patients" }),
    answers: z.array(z.strictObject({ questionId: z.string(), label: z.string(), answer: z.string() })),
    price: money,
    cancelReason: z.string().nullable(),
    videoUrl: z.string().nullable().meta({ description: "Of an appointment by video, once it is confirmed" }),
    room: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
    plan: z
      .strictObject({ id: z.uuid(), number: z.string(), sequence: z.int(), count: z.int() })
      .nullable()
      .meta({ description: "The care plan that it is a visit of" }),
    bundle: z.uuid().nullable().meta({ description: "Shared by those that were booked back to back in one go" }),
    cancelUntil: instantAnswer.meta({ description: "The patient's deadline for cancelling and moving" }),
    actions: z.array(z.enum(appointmentStatuses)).meta({ description: "The statuses that the asker may give it now" }),
    canBeMoved: z.boolean(),
    createdAt: instantAnswer,
  })
  .meta({ id: "Appointment" });

/** What a booking is answered with, at once; its address tells the rest. */
export const booked = z
  .strictObject({
    id: z.uuid(),
    status: z.enum(appointmentStatuses),
    version: z.int(),
    startsAt: instantAnswer,
    endsAt: instantAnswer,
    timeZone: z.string(),
    doctor: z.uuid().meta({ description: "Whoever was named, or was free" }),
  })
  .meta({ id: "BookedAppointment" });

export function toBooked(written: WrittenAppointment, timeZone: TimeZone): z.output<typeof booked> {
  const { id, status, version, startsAt, endsAt, doctorId: doctor } = written;
  return {
    id,
    status,
    version,
    startsAt: instant(startsAt, timeZone),
    endsAt: instant(endsAt, timeZone),
    timeZone,
    doctor,
  };
}

export function toAppointmentAnswer(view: AppointmentView): z.output<typeof appointment> {
  const { timeZone: zone, plan } = view;
  return {
    id: view.id,
    clinic: view.clinicId,
    status: view.status,
    version: view.version,
    startsAt: instant(view.startsAt, zone),
    endsAt: instant(view.endsAt, zone),
    timeZone: zone,
    service: view.service,
    doctor: view.doctor,
    patient: view.patient,
    urgent: view.urgent,
    notes: view.notes,
    internalNotes: view.internalNotes,
    answers: view.answers,
    price: toMoney(view.priceAmount, view.priceCurrency),
    cancelReason: view.cancelReason,
    videoUrl: view.videoUrl,
    room: view.resource,
    plan: plan && { id: plan.id, number: plan.number, sequence: plan.sequence, count: plan.count },
    bundle: view.bundleId,
    cancelUntil: instant(view.cancelDeadline, zone),
    actions: view.actions,
    canBeMoved: view.canBeMoved,
    createdAt: instant(view.createdAt, zone),
  };
}
