import "server-only";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { LocalDate } from "#lib/time.ts";
import type { StoredSlot } from "../capacity.ts";
import { type Party, stepsNow, type Visit } from "../lifecycle.ts";
import type { PlanPlace } from "../plan-view.ts";
import { type BookingPolicy, cancellationDeadline, checkMove } from "../policy.ts";
import { readAnswers, readQuestions } from "../questions.ts";
import type { SessionSeat } from "../session.ts";
import { videoPlace } from "../video.ts";
import type { AppointmentView, ClinicView, DoctorView, ServiceView } from "../view.ts";

/** A `date` column as Prisma reads it: midnight UTC. */
function toLocalDate(column: Date): LocalDate {
  return column.toISOString().slice(0, 10);
}

export function fromLocalDate(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

export function toSlot(row: Prisma.TimeSlotGetPayload<object>): StoredSlot {
  const { id, startsAt, endsAt, localDate, capacity, booked, isOpen } = row;
  return {
    id,
    startsAt: startsAt.getTime(),
    endsAt: endsAt.getTime(),
    localDate: toLocalDate(localDate),
    capacity,
    booked,
    isOpen,
  };
}

export const clinicColumns = {
  id: true,
  slug: true,
  name: true,
  timeZone: true,
  currency: true,
  locale: true,
  addressLine1: true,
  addressLine2: true,
  city: true,
  postcode: true,
  country: true,
  phone: true,
  email: true,
  slotMinutes: true,
  slotCapacity: true,
  dayCapacity: true,
  horizonDays: true,
  minNoticeMinutes: true,
  cancelNoticeHours: true,
  noShowLimit: true,
  offerMinutes: true,
} satisfies Record<keyof ClinicView, true>;

export function toPolicy(clinic: Omit<BookingPolicy, "cancelNoticeHours">, cancelNoticeHours: number): BookingPolicy {
  const { timeZone, horizonDays, minNoticeMinutes } = clinic;
  return { timeZone, horizonDays, minNoticeMinutes, cancelNoticeHours };
}

export const serviceColumns = {
  id: true,
  slug: true,
  name: true,
  description: true,
  durationMinutes: true,
  bufferBeforeMinutes: true,
  bufferAfterMinutes: true,
  priceAmount: true,
  mode: true,
  requiresConfirmation: true,
  groupSize: true,
  resourceKind: true,
  cancelNoticeHours: true,
  questions: true,
  isActive: true,
  doctors: {
    where: { isActive: true, doctor: { isActive: true } },
    orderBy: { doctor: { name: "asc" } },
    select: { doctorId: true, durationMinutes: true, priceAmount: true },
  },
} satisfies Prisma.ServiceSelect;

export function toService({
  doctors,
  ...service
}: Prisma.ServiceGetPayload<{ select: typeof serviceColumns }>): ServiceView {
  const offeredBy = doctors.map((own) => ({
    doctorId: own.doctorId,
    durationMinutes: own.durationMinutes ?? service.durationMinutes,
    priceAmount: own.priceAmount ?? service.priceAmount,
  }));
  const questions = readQuestions(service.questions);
  return { ...service, questions, doctorIds: offeredBy.map((offer) => offer.doctorId), offeredBy };
}

/** A doctor with what they offer in one clinic. */
export const doctorColumns = (clinicId: string) =>
  ({
    id: true,
    slug: true,
    name: true,
    title: true,
    specialty: true,
    bio: true,
    photo: true,
    services: { where: offeredIn(clinicId), select: { serviceId: true } },
  }) satisfies Prisma.DoctorSelect;

export const offeredIn = (clinicId: string) =>
  ({ isActive: true, service: { clinicId, isActive: true } }) satisfies Prisma.DoctorServiceWhereInput;

/** Doctors of a clinic: who has the role there, offering something or not yet, and who still offers something. */
export const worksAt = (clinicId: string) =>
  ({
    isActive: true,
    OR: [
      { user: { memberships: { some: { clinicId, role: "doctor" } } } },
      { services: { some: offeredIn(clinicId) } },
    ],
  }) satisfies Prisma.DoctorWhereInput;

export function toDoctor({
  services,
  ...doctor
}: Prisma.DoctorGetPayload<{ select: ReturnType<typeof doctorColumns> }>): DoctorView {
  return { ...doctor, serviceIds: services.map((offer) => offer.serviceId) };
}

export const appointmentColumns = {
  id: true,
  clinicId: true,
  doctorId: true,
  patientId: true,
  status: true,
  version: true,
  startsAt: true,
  endsAt: true,
  localDate: true,
  decidedAt: true,
  decidedById: true,
  urgent: true,
  notes: true,
  internalNotes: true,
  answers: true,
  bundleId: true,
  priceAmount: true,
  priceCurrency: true,
  cancelReason: true,
  createdAt: true,
  videoUrl: true,
  groupSize: true,
  sessionKey: true,
  resource: { select: { id: true, name: true } },
  contactName: true,
  contactEmail: true,
  contactPhone: true,
  contactLocale: true,
  clinic: {
    select: {
      name: true,
      locale: true,
      timeZone: true,
      horizonDays: true,
      minNoticeMinutes: true,
      cancelNoticeHours: true,
    },
  },
  service: { select: { id: true, slug: true, name: true, mode: true, cancelNoticeHours: true } },
  doctorService: {
    select: {
      doctor: {
        select: {
          id: true,
          slug: true,
          name: true,
          title: true,
          videoUrl: true,
          user: { select: { email: true, locale: true } },
        },
      },
    },
  },
  patient: { select: { name: true, email: true, phone: true, locale: true } },
  visit: {
    select: {
      subscriptionId: true,
      sequence: true,
      subscription: {
        select: {
          number: true,
          frequency: true,
          cancelNoticeHours: true,
          patientId: true,
          _count: { select: { visits: true } },
        },
      },
    },
  },
} satisfies Prisma.AppointmentSelect;

export type AppointmentRow = Prisma.AppointmentGetPayload<{ select: typeof appointmentColumns }>;

/** A care plan keeps the notice that it was bought with. */
export function policyOf({ clinic, service, visit }: AppointmentRow): BookingPolicy {
  const hours = visit?.subscription.cancelNoticeHours ?? service.cancelNoticeHours ?? clinic.cancelNoticeHours;
  return toPolicy(clinic, hours);
}

export function visitOf({ startsAt, endsAt, clinic }: AppointmentRow): Visit {
  return { startsAt: startsAt.getTime(), endsAt: endsAt.getTime(), timeZone: clinic.timeZone };
}

/** An appointment as one of its parties sees it. */
export function toAppointment(row: AppointmentRow, viewer: Party, now: number): AppointmentView {
  const { user: _, videoUrl: usual, ...doctor } = row.doctorService.doctor;
  const { cancelNoticeHours: __, ...service } = row.service;
  const visit = visitOf(row);
  const cancelDeadline = cancellationDeadline(visit.startsAt, policyOf(row));
  const isLate = now > cancelDeadline;
  // The reason that late changes ask for is the form's to ask.
  const move = { by: viewer, reason: "any", now };
  return {
    id: row.id,
    clinicId: row.clinicId,
    timeZone: row.clinic.timeZone,
    status: row.status,
    version: row.version,
    startsAt: row.startsAt.getTime(),
    endsAt: row.endsAt.getTime(),
    localDate: toLocalDate(row.localDate),
    urgent: row.urgent,
    notes: row.notes,
    internalNotes: viewer === "patient" ? null : row.internalNotes,
    answers: readAnswers(row.answers),
    bundleId: row.bundleId,
    priceAmount: row.priceAmount,
    priceCurrency: row.priceCurrency,
    cancelReason: row.cancelReason,
    createdAt: row.createdAt.getTime(),
    videoUrl: videoPlace({ status: row.status, mode: service.mode, own: row.videoUrl, usual }),
    videoSetting: viewer !== "patient" && service.mode === "video" ? { own: row.videoUrl, usual } : null,
    service,
    doctor,
    patient: personOf(row),
    session: seatOf(row),
    plan: planOf(row),
    resource: row.resource,
    cancelDeadline,
    isLate,
    actions: stepsNow(row.status, viewer, visit, now).filter(
      (to) => to !== "cancelled" || viewer !== "patient" || !isLate,
    ),
    canBeMoved: checkMove({ ...visit, status: row.status }, policyOf(row), move) === null,
  };
}

/** Which visit of which care plan it is. */
export function planOf({ visit }: Pick<AppointmentRow, "visit">): PlanPlace | null {
  if (!visit) return null;
  const { subscriptionId, sequence, subscription } = visit;
  const { number, frequency, _count } = subscription;
  return { id: subscriptionId, number, frequency, sequence, count: _count.visits };
}

/** The seat that an appointment is, of a session that several may share. */
export function seatOf({ groupSize, sessionKey }: { groupSize: number; sessionKey: string }): SessionSeat | null {
  return groupSize > 1 ? { key: sessionKey, seats: groupSize } : null;
}

/** The patient's account, or the contact that a guest left. */
export function personOf(row: AppointmentRow): { name: string; email: string | null; phone: string | null } {
  const { patient } = row;
  if (patient) return { name: patient.name, email: patient.email, phone: patient.phone };
  return { name: row.contactName ?? "", email: row.contactEmail, phone: row.contactPhone };
}
