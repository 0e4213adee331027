import "server-only";
import type { Clock } from "#lib/clock.ts";
import type { Statements } from "#lib/db/statements.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { type EpochMs, minutes } from "#lib/time.ts";
import { type BookingRequest, chooseResource, decideBooking } from "../../booking-decision.ts";
import { frontDeskPolicy } from "../../policy.ts";
import { type Answer, checkAnswers, readQuestions } from "../../questions.ts";
import { type Refusal, refusal } from "../../refusal.ts";
import type { WrittenAppointment } from "../../view.ts";
import { appointmentMessages } from "../appointments/appointment-messages.ts";
import { type MailLinks, makeMailLinks } from "../appointments/mail-links.ts";
import { type Calendar, type CalendarDoctor, loadCalendar } from "../availability/load-calendar.ts";
import type { Booker } from "./booking-party.ts";
import { type Hold, insertAppointment, type OutgoingMessage } from "./write-appointment.ts";

/** One appointment somebody wants. */
export interface Order {
  clinicId: string;
  serviceId: string;
  /** Null: any doctor who is free. */
  doctorId: string | null;
  startsAt: EpochMs;
  booker: Booker;
  notes?: string | undefined;
  /** By the question's id. */
  answers?: Record<string, string> | undefined;
  urgent?: boolean | undefined;
  /** Only holds the place. Nobody is asked or told anything yet. */
  hold?: Pick<Hold, "key" | "replacesId"> & { minutes: number };
  bundleId?: string;
}

/** A doctor and, where the service needs one, a room or device, that can take the order. */
export interface Placement {
  doctor: CalendarDoctor;
  resourceId: string | null;
}

/** Loads, decides and writes; the database may refuse what the facts still allowed. */
export async function placeBooking(tx: Statements, order: Order, clock: Clock): Promise<Result<WrittenAppointment>> {
  const calendar = await calendarFor(tx, order);
  if (!calendar) return refuse(refusal("NOT_FOUND"));
  const placed = choosePlacement(calendar, order, clock);
  if (!placed.ok) return placed;
  const answered = order.hold ? ok([]) : answersTo(calendar, order);
  if (!answered.ok) return answered;

  const { booker, hold, clinicId, serviceId, startsAt, notes = null, urgent = false } = order;
  const { doctor, resourceId } = placed.value;
  const status = hold ? ("held" as const) : bookedStatus(calendar, booker);
  const links = makeMailLinks();
  const draft = {
    clinicId,
    serviceId,
    doctorId: doctor.id,
    patientId: booker.patientId,
    contact: booker.contact,
    startsAt,
    endsAt: startsAt + minutes(doctor.timing.durationMinutes),
    status,
    resourceId,
    notes,
    answers: answered.value,
    urgent,
    priceAmount: doctor.priceAmount,
    priceCurrency: calendar.clinic.currency,
    hold: hold ? { ...hold, expiresAt: clock(calendar.now) + minutes(hold.minutes) } : null,
    bundleId: order.bundleId ?? null,
  };
  const messages = hold ? [] : bookingMessages(calendar, order, doctor, links);
  const action = hold ? "appointment.held" : "appointment.booked";
  return ok(await insertAppointment(tx, draft, { actor: booker.actor, action, messages, links }));
}

/** With any doctor, the day is locked first, so that the choice among them is fair. */
export async function calendarFor(
  tx: Statements,
  order: Pick<Order, "clinicId" | "serviceId" | "doctorId" | "startsAt" | "booker">,
  except?: { id: string; startsAt: EpochMs; endsAt: EpochMs },
): Promise<Calendar | null> {
  const { clinicId, serviceId, doctorId, startsAt, booker } = order;
  const query = { clinicId, serviceId, doctorId, days: { of: startsAt }, patientId: booker.patientId, except };
  const calendar = await loadCalendar(tx, { ...query, lock: doctorId === null });
  const isUnknown = booker.patientId !== null && calendar?.patient === null;
  return isUnknown ? null : calendar;
}

/** The least busy of those who can, or why the first of them cannot. Precondition: `calendar.doctors` by name. */
export function choosePlacement(
  calendar: Calendar,
  { startsAt, booker }: { startsAt: EpochMs; booker: Pick<Booker, "party"> },
  clock: Clock,
): Result<Placement> {
  let chosen: (Placement & { doctor: CalendarDoctor }) | null = null;
  let refused: Refusal | null = null;
  for (const doctor of calendar.doctors) {
    const request = requestFor(calendar, doctor, startsAt, booker.party, clock);
    const verdict = decideBooking(request);
    if (verdict) refused = moreTelling(refused, verdict);
    else if (!chosen || doctor.load < chosen.doctor.load) chosen = { doctor, resourceId: chooseResource(request) };
  }
  return chosen ? ok(chosen) : refuse(refused ?? refusal("NOT_OFFERED"));
}

/** What the rules are asked about one doctor. */
export function requestFor(
  calendar: Calendar,
  doctor: CalendarDoctor,
  startsAt: EpochMs,
  party: Booker["party"],
  clock: Clock,
): BookingRequest {
  const isStaff = party === "staff";
  return {
    startsAt,
    doctor,
    slots: calendar.slots,
    day: calendar.days[0] ?? null,
    policy: isStaff ? frontDeskPolicy(calendar.policy) : calendar.policy,
    now: clock(calendar.now),
    patientBusy: calendar.patientBusy,
    groupSize: calendar.groupSize,
    resources: calendar.resources,
    standing: isStaff ? undefined : calendar.standing,
  };
}

export function bookedStatus(calendar: Calendar, { party }: Booker): "pending" | "confirmed" {
  return calendar.service.requiresConfirmation && party === "patient" ? "pending" : "confirmed";
}

/** Staff may leave open what a patient has to answer. */
export function answersTo(calendar: Calendar, { answers = {}, booker }: Order): Result<Answer[]> {
  const questions = readQuestions(calendar.service.questions);
  const asked = booker.party === "staff" ? questions.map((one) => ({ ...one, required: false })) : questions;
  const checked = checkAnswers(asked, answers);
  if (checked.problems.length === 0) return ok(checked.answers);
  const errors = checked.problems.map(({ questionId, code }) => ({ path: `answers.${questionId}`, message: code }));
  return refuse({ ...refusal("VALIDATION"), errors });
}

export function bookingMessages(
  calendar: Calendar,
  { booker, startsAt }: Pick<Order, "booker" | "startsAt">,
  doctor: CalendarDoctor,
  links: MailLinks,
): OutgoingMessage[] {
  const { clinic, policy, service } = calendar;
  const { contact } = booker;
  const guest = contact?.email
    ? { name: contact.name, email: contact.email, locale: contact.locale ?? clinic.locale }
    : null;
  const patient = calendar.patient ?? guest;
  return appointmentMessages(bookedStatus(calendar, booker), {
    clinic: { name: clinic.name, locale: clinic.locale, timeZone: policy.timeZone },
    service,
    doctor: { ...doctor, linkToken: links.doctor.token },
    patient: patient && { ...patient, isGuest: !calendar.patient, linkToken: links.patient.token },
    patientName: calendar.patient?.name ?? contact?.name ?? null,
    startsAt,
    reason: null,
  });
}

/** Of several doctors' refusals the one that came closest: away, busy, session full, no room left for who is free. */
function moreTelling(first: Refusal | null, second: Refusal): Refusal {
  return first === null || closeness(second) > closeness(first) ? second : first;
}

function closeness({ code, detail }: Refusal): number {
  if (detail.reason === "resource") return 3;
  if (detail.reason === "session") return 2;
  return code === "DOCTOR_BUSY" ? 1 : 0;
}
