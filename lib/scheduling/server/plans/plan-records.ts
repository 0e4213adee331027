import "server-only";
import { type Actor, type AnyActor, hasRole } from "#lib/auth/actor.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { type EpochMs, type LocalDate, type WallTime, wallTimeOf } from "#lib/time.ts";
import { canTransition, occupies, type Party } from "../../lifecycle.ts";
import type { VisitTarget } from "../../placement.ts";
import type { PlanSummary, PlanView, VisitReason, VisitStatus, VisitView } from "../../plan-view.ts";
import { cancellationDeadline } from "../../policy.ts";
import type { RefusalDetail } from "../../refusal.ts";
import type { Booker } from "../booking/booking-party.ts";
import { toPolicy } from "../records.ts";
import type { PlanTerms } from "./write-visits.ts";

export const planColumns = {
  id: true,
  number: true,
  clinicId: true,
  status: true,
  paymentStatus: true,
  frequency: true,
  months: true,
  startDate: true,
  preferredTime: true,
  serviceId: true,
  doctorId: true,
  anotherDoctorAllowed: true,
  patientId: true,
  contactName: true,
  contactEmail: true,
  contactPhone: true,
  contactLocale: true,
  addressLine1: true,
  city: true,
  postcode: true,
  country: true,
  accountLinkedAt: true,
  pricePerVisit: true,
  currency: true,
  cancelNoticeHours: true,
  nextVisitAt: true,
  version: true,
  createdAt: true,
  clinic: {
    select: { name: true, phone: true, locale: true, timeZone: true, horizonDays: true, minNoticeMinutes: true },
  },
  service: { select: { id: true, slug: true, name: true, mode: true } },
  doctor: { select: { id: true, name: true } },
  patient: { select: { name: true, email: true, phone: true, locale: true } },
  visits: {
    orderBy: { sequence: "asc" },
    select: {
      id: true,
      sequence: true,
      targetDate: true,
      status: true,
      reasonCode: true,
      reasonDetail: true,
      triedAt: true,
      appointment: {
        select: {
          id: true,
          version: true,
          status: true,
          startsAt: true,
          endsAt: true,
          doctorId: true,
          doctorService: {
            select: { doctor: { select: { name: true, user: { select: { email: true, locale: true } } } } },
          },
        },
      },
    },
  },
} satisfies Prisma.SubscriptionSelect;

export type PlanRow = Prisma.SubscriptionGetPayload<{ select: typeof planColumns }>;
export type VisitRow = PlanRow["visits"][number];
/** One that has, or had, a place. */
export type PlacedRow = VisitRow & { appointment: NonNullable<VisitRow["appointment"]> };

/** As what the actor may act on a plan, the most powerful first; null: it is none of their business. */
export function planPartyOf(actor: AnyActor, plan: PlanRow): Party | null {
  if (actor.kind === "system") return "system";
  if (actor.kind === "guest") return actor.subscriptionId === plan.id ? "patient" : null;
  if (hasRole(actor, plan.clinicId, "staff")) return "staff";
  if (plan.patientId === actor.userId) return "patient";
  return isDoctorOf(actor, plan) ? "doctor" : null;
}

function isDoctorOf(actor: Actor, { clinicId, doctorId, visits }: PlanRow): boolean {
  if (!actor.doctorId || !hasRole(actor, clinicId, "doctor")) return false;
  return doctorId === actor.doctorId || visits.some(({ appointment }) => appointment?.doctorId === actor.doctorId);
}

export function localDateFrom(column: Date): LocalDate {
  return column.toISOString().slice(0, 10);
}

/** Visits that stand ahead and can still be called off or moved, by time. */
export function visitsAhead({ visits }: PlanRow, now: EpochMs): PlacedRow[] {
  return visits
    .filter((visit): visit is PlacedRow => visit.appointment !== null)
    .filter(
      ({ appointment }) =>
        (appointment.status === "pending" || appointment.status === "confirmed") &&
        appointment.startsAt.getTime() > now,
    )
    .sort((a, b) => a.appointment.startsAt.getTime() - b.appointment.startsAt.getTime());
}

export function deadlineOf(plan: PlanRow, { appointment }: PlacedRow): EpochMs {
  return cancellationDeadline(appointment.startsAt.getTime(), toPolicy(plan.clinic, plan.cancelNoticeHours));
}

/** What a visit is planned by. */
export function termsOf(plan: PlanRow): PlanTerms {
  return { ...plan, time: timeOf(plan) };
}

function timeOf({ preferredTime, visits, clinic }: PlanRow): WallTime | null {
  if (preferredTime) return preferredTime.toISOString().slice(11, 16);
  const first = visits.find(({ appointment }) => appointment !== null)?.appointment;
  return first ? wallTimeOf(first.startsAt.getTime(), clinic.timeZone) : null;
}

export function targetsOf({ visits }: PlanRow): VisitTarget[] {
  return visits.map(({ sequence, targetDate }, at) => {
    const next = visits[at + 1];
    return { sequence, date: localDateFrom(targetDate), next: next ? localDateFrom(next.targetDate) : null };
  });
}

/** Whoever books a visit of the plan, for whom it is. */
export function bookerFor(plan: PlanRow, actor: AnyActor, party: Party): Booker {
  const { patientId, contactName: name, contactEmail: email, contactPhone: phone, contactLocale: locale } = plan;
  return {
    actor,
    party: party === "staff" ? "staff" : "patient",
    patientId,
    contact: patientId ? null : { name: name ?? "", email, phone, locale },
  };
}

function personOfPlan({ patient, contactName, contactEmail, contactPhone }: PlanRow) {
  if (patient) return { name: patient.name, email: patient.email, phone: patient.phone };
  return { name: contactName ?? "", email: contactEmail, phone: contactPhone };
}

function reasonOf({ reasonCode, reasonDetail }: VisitRow): VisitReason | null {
  if (!reasonCode) return null;
  return { code: reasonCode as VisitReason["code"], detail: (reasonDetail ?? {}) as RefusalDetail };
}

export function toPlanSummary(plan: PlanRow): PlanSummary {
  const visitCounts: Record<VisitStatus, number> = {
    scheduled: 0,
    completed: 0,
    cancelled: 0,
    skipped: 0,
    unplaced: 0,
  };
  for (const { status } of plan.visits) visitCounts[status] += 1;
  const count = plan.visits.length;
  const { id, number, clinicId, status, paymentStatus, frequency, months, service, doctor } = plan;
  return {
    ...{ id, number, clinicId, status, paymentStatus, frequency, months, service, doctor, visitCounts, count },
    timeZone: plan.clinic.timeZone,
    startDate: localDateFrom(plan.startDate),
    person: personOfPlan(plan),
    nextVisitAt: plan.nextVisitAt?.getTime() ?? null,
    pricePerVisit: plan.pricePerVisit,
    total: plan.pricePerVisit * count,
    currency: plan.currency,
    createdAt: plan.createdAt.getTime(),
  };
}

/** A plan as one of its parties sees it. */
export function toPlanView(plan: PlanRow, actor: AnyActor, party: Party, now: EpochMs): PlanView {
  const { contactEmail: email, contactName: name, patientId } = plan;
  return {
    ...toPlanSummary(plan),
    version: plan.version,
    anotherDoctorAllowed: plan.anotherDoctorAllowed,
    preferredTime: plan.preferredTime?.toISOString().slice(11, 16) ?? null,
    cancelNoticeHours: plan.cancelNoticeHours,
    contact: email
      ? {
          name: name ?? "",
          email,
          phone: plan.contactPhone,
          addressLine1: plan.addressLine1,
          city: plan.city,
          postcode: plan.postcode,
          country: plan.country,
        }
      : null,
    patientId,
    accountLinkedAt: plan.accountLinkedAt?.getTime() ?? null,
    visits: plan.visits.map((visit) => toVisitView(plan, visit, party, now)),
    toConfirm: visitsToConfirm(plan, actor, party).length,
    actions: planActions(plan, party),
  };
}

/** Those that wait for the one who looks. */
export function visitsToConfirm(plan: PlanRow, actor: AnyActor, party: Party): PlacedRow[] {
  return plan.visits.filter((visit): visit is PlacedRow => {
    if (visit.appointment?.status !== "pending") return false;
    if (party === "staff") return canTransition("pending", "confirmed", "staff");
    return party === "doctor" && actor.kind === "person" && visit.appointment.doctorId === actor.doctorId;
  });
}

function planActions({ status }: PlanRow, party: Party): PlanView["actions"] {
  if (party === "doctor") return [];
  if (status === "active") return ["pause", "cancel"];
  return status === "paused" ? ["resume", "cancel"] : [];
}

function toVisitView(plan: PlanRow, visit: VisitRow, party: Party, now: EpochMs): VisitView {
  const { sequence, targetDate, status, appointment } = visit;
  const deadline = appointment ? deadlineOf(plan, { ...visit, appointment }) : null;
  const isLate = deadline !== null && now > deadline;
  const isAhead = appointment !== null && occupies(appointment.status) && appointment.startsAt.getTime() > now;
  const isOpen = plan.status === "active" || plan.status === "paused";
  const actions: VisitView["actions"] = [];
  if (party !== "doctor" && status === "scheduled" && isAhead && (party === "staff" || !isLate)) {
    actions.push("move", "skip", "cancel");
  }
  if (status === "unplaced" && isOpen && party === "staff") actions.push("place");
  if (status === "unplaced" && isOpen && party !== "doctor") actions.push("skip");
  return {
    sequence,
    targetDate: localDateFrom(targetDate),
    status,
    reason: reasonOf(visit),
    appointment:
      appointment && deadline !== null
        ? {
            id: appointment.id,
            version: appointment.version,
            status: appointment.status,
            startsAt: appointment.startsAt.getTime(),
            endsAt: appointment.endsAt.getTime(),
            doctor: { id: appointment.doctorId, name: appointment.doctorService.doctor.name },
            deadline,
            isLate,
          }
        : null,
    actions,
  };
}
