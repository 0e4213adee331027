import "server-only";
import type { z } from "zod";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import { type MadeToken, makeToken, storeToken } from "#lib/auth/tokens.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import { mayBook } from "#lib/db/guards.ts";
import { claimKey, keepAnswer, type Request } from "#lib/db/idempotency.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { addDays, daysBetween, localDateOf } from "#lib/time.ts";
import { visitTargets } from "../../placement.ts";
import { createPlanSchema } from "../../plan-schema.ts";
import type { CreatedPlan } from "../../plan-view.ts";
import { addMonths, targetDates } from "../../recurrence.ts";
import { refusal } from "../../refusal.ts";
import { allOrNothing, Refused } from "../all-or-nothing.ts";
import { type Booker, bookerOf } from "../booking/booking-party.ts";
import { parseInput } from "../parse-input.ts";
import { fromLocalDate } from "../records.ts";
import { orRefusal } from "../refused-by-database.ts";
import { lockClinic, type SlotClinic } from "../slots/store-slots.ts";
import { withClinicIfNeeded } from "./clinic-needed.ts";
import { makePlanNumber } from "./plan-number.ts";
import { type Draft, draftPlan } from "./plan-wish.ts";
import { tellOfNewPlan } from "./tell-of-plan.ts";
import { draftedDates, type PlanTerms, storeDrafted, type WrittenVisit, writeVisits } from "./write-visits.ts";

type Order = z.output<typeof createPlanSchema> & { booker: Booker; takesClinic?: boolean };

/**
 * Makes a plan with all its visits, in one transaction. Visits that lost a race since the preview are planned again
 * alone and named in `changed`; one that finds no place at all stays, to be placed later; where none does, the plan is
 * refused as a whole. The same key makes one plan, however often it is sent. Guests say how to reach them, staff make
 * plans for others.
 */
export async function createPlan(
  actor: Actor | GuestActor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<CreatedPlan>> {
  const parsed = parseInput(createPlanSchema, input);
  if (!parsed.ok) return parsed;
  const booker = bookerOf(actor, parsed.value);
  if (!booker.ok) return booker;
  const { key, ...body } = parsed.value;
  const request: Request = { actor: actor.kind === "person" ? actor.userId : "guest", route: "createPlan", key, body };
  return orRefusal(async () => {
    if (!(await mayBook())) return refuse(refusal("BOOKING_DISABLED"));
    const link = booker.value.patientId ? null : makeToken();
    const order: Order = { ...parsed.value, booker: booker.value };
    const made = await withClinicIfNeeded((takesClinic) =>
      allOrNothing((tx) => once(tx, request, { ...order, takesClinic }, link, clock)),
    );
    if (!made.ok) return made;
    return ok({ ...made.value.plan, token: made.value.isNew && actor.kind === "guest" ? (link?.token ?? null) : null });
  });
}

type Made = Omit<CreatedPlan, "token">;

async function once(
  tx: Transaction,
  request: Request,
  order: Order,
  link: MadeToken | null,
  clock: Clock,
): Promise<{ plan: Made; isNew: boolean }> {
  const claim = await claimKey<Made>(tx, request);
  if (claim.is === "mismatch") throw new Refused(refusal("IDEMPOTENCY_MISMATCH"));
  if (claim.is === "known") return { plan: claim.response, isNew: false };
  const plan = await make(tx, order, link, clock);
  await keepAnswer(tx, request, plan);
  return { plan, isNew: true };
}

async function make(tx: Transaction, order: Order, link: MadeToken | null, clock: Clock): Promise<Made> {
  const { booker } = order;
  const { clinic, ...draft } = await draftOnStoredDays(tx, order, clock);
  const { house, calendar, pricePerVisit } = draft;
  const terms: PlanTerms = {
    ...order,
    anotherDoctorAllowed: order.doctorId === null || order.anotherDoctorAllowed,
    pricePerVisit,
    currency: calendar.clinic.currency,
  };
  const { id, number } = await insertPlan(tx, order, draft);
  const targets = visitTargets(targetDates(order.frequency, order.startDate, order.months));
  const toWrite = { plan: terms, booker, house, calendar, clinic, visits: draft.visits, targets };
  const visits = await writeVisits(tx, toWrite, clock);
  if (visits.every(({ appointmentId }) => appointmentId === null)) throw nonePlaced(visits);
  await insertVisits(tx, id, visits);
  if (link) await storeToken(tx, link, "subscription", id, lifetimeMinutes(order, house.facts.now));
  await tellOfNewPlan(tx, { id, number, order, draft, visits }, link?.token ?? null);
  await recordAudit(tx, {
    clinicId: order.clinicId,
    actor: booker.actor,
    action: "plan.created",
    subjectType: "subscription",
    subjectId: id,
    detail: { number, visits: visits.length, unplaced: visits.filter((visit) => !visit.appointmentId).length },
  });
  return {
    id,
    number,
    timeZone: calendar.policy.timeZone,
    visits: visits.map(asPlanned),
    doctorNames: Object.fromEntries(calendar.doctors.map((doctor) => [doctor.id, doctor.name])),
    pricePerVisit,
    currency: calendar.clinic.currency,
    changed: changedSince(order, visits),
  };
}

/** With the slots of days that no job has come to yet, where visits come to stand on such days. */
async function draftOnStoredDays(
  tx: Transaction,
  order: Order,
  clock: Clock,
): Promise<Draft & { clinic: SlotClinic | null }> {
  if (!order.takesClinic) {
    const draft = await drafted(tx, order, clock);
    if (draftedDates(draft.house, draft.visits).length === 0) return { ...draft, clinic: null };
  }
  // Whoever changes the hours waits now, and what they changed meanwhile is seen.
  const clinic = await lockClinic(tx, order.clinicId);
  if (!clinic) throw new Refused(refusal("NOT_FOUND"));
  const draft = await drafted(tx, order, clock);
  await storeDrafted(tx, clinic, draft.house, draftedDates(draft.house, draft.visits));
  return { ...draft, clinic };
}

async function drafted(tx: Transaction, order: Order, clock: Clock): Promise<Draft> {
  const draft = await draftPlan(tx, order, order.booker, clock);
  if (!draft.ok) throw new Refused(draft.refusal);
  if (draft.value.visits.every(({ startsAt }) => startsAt === null)) throw nonePlaced(draft.value.visits);
  return draft.value;
}

function nonePlaced(visits: readonly Pick<WrittenVisit, "reason">[]): Refused {
  const why = visits[0]?.reason ?? null;
  return new Refused(refusal("NOT_OFFERED", { ...why?.detail, reason: "no_visit", why: why?.code ?? null }));
}

async function insertPlan(tx: Transaction, order: Order, draft: Draft): Promise<{ id: string; number: string }> {
  const { booker, contact } = order;
  const { calendar, house, pricePerVisit } = draft;
  const today = localDateOf(house.facts.now, calendar.policy.timeZone);
  for (;;) {
    const number = makePlanNumber(today);
    const [row] = await tx.$queryRaw<{ id: string }[]>`
      INSERT INTO subscription (clinic_id, number, service_id, doctor_id, another_doctor_allowed, patient_id,
        contact_name, contact_email, contact_phone, contact_locale, address_line1, city, postcode, country,
        frequency, months, start_date, preferred_time, price_per_visit, currency, cancel_notice_hours)
      VALUES (${order.clinicId}::uuid, ${number}, ${order.serviceId}::uuid, ${order.doctorId}::uuid,
        ${order.doctorId === null || order.anotherDoctorAllowed}::boolean, ${booker.patientId}::uuid,
        ${contact?.name ?? null}, ${contact?.email ?? null}, ${contact?.phone ?? null},
        ${booker.contact?.locale ?? null}, ${contact?.addressLine1 ?? null}, ${contact?.city ?? null}, ${contact?.postcode ?? null},
        ${contact?.country ?? null}, ${order.frequency}::subscription_frequency, ${order.months}::int,
        ${fromLocalDate(order.startDate)}::date, ${order.time}::time, ${pricePerVisit}::int,
        ${calendar.clinic.currency}, ${calendar.policy.cancelNoticeHours}::int)
      ON CONFLICT (number) DO NOTHING RETURNING id::text`;
    if (row) return { id: row.id, number };
  }
}

async function insertVisits(tx: Transaction, planId: string, visits: readonly WrittenVisit[]): Promise<void> {
  const rows = visits.map(({ sequence, targetDate, appointmentId, reason }) => ({
    sequence,
    target_date: targetDate,
    appointment_id: appointmentId,
    status: appointmentId ? "scheduled" : "unplaced",
    reason_code: reason?.code ?? null,
    reason_detail: reason?.detail ?? null,
  }));
  await tx.$executeRaw`
    INSERT INTO visit (subscription_id, sequence, target_date, appointment_id, status, reason_code, reason_detail,
      tried_at)
    SELECT ${planId}::uuid, sequence, target_date, appointment_id, status, reason_code, reason_detail, now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (sequence int, target_date date,
      appointment_id uuid, status visit_status, reason_code text, reason_detail jsonb)
    ORDER BY sequence`;
}

const monthInMinutes = 30 * 24 * 60;

/** The link outlives the plan by two months. */
function lifetimeMinutes({ startDate, months }: Order, now: number): number {
  const end = addDays(addMonths(startDate, months), 30);
  return (daysBetween(localDateOf(now, "UTC"), end) + 1) * 24 * 60 + 2 * monthInMinutes;
}

function asPlanned({ appointmentId: _, ...visit }: WrittenVisit) {
  return visit;
}

/** What differs from what the preview showed; of a visit without a choice it showed no place. */
function changedSince({ choices }: Order, visits: readonly WrittenVisit[]): number[] {
  if (choices.length === 0) return [];
  return visits
    .filter(({ sequence, startsAt, doctorId }) => {
      const seen = choices.find((choice) => choice.sequence === sequence);
      return seen ? seen.startsAt !== startsAt || seen.doctorId !== doctorId : startsAt !== null;
    })
    .map(({ sequence }) => sequence);
}
