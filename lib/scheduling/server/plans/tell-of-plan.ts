import "server-only";
import type { z } from "zod";
import type { Transaction } from "#lib/db/transaction.ts";
import type { createPlanSchema } from "../../plan-schema.ts";
import type { Booker } from "../booking/booking-party.ts";
import { bookedStatus } from "../booking/place-booking.ts";
import { type PlanFacts, queuePlanMail } from "./plan-mails.ts";
import type { Draft } from "./plan-wish.ts";
import type { WrittenVisit } from "./write-visits.ts";

interface NewPlan {
  id: string;
  number: string;
  order: z.output<typeof createPlanSchema> & { booker: Booker };
  draft: Draft;
  visits: readonly WrittenVisit[];
}

/** One mail to whom the plan is for, one to each doctor who has to confirm visits of it. */
export async function tellOfNewPlan(tx: Transaction, plan: NewPlan, token: string | null): Promise<void> {
  const { order, draft, visits } = plan;
  const { calendar, pricePerVisit } = draft;
  const { clinic, patient, policy, doctors, service } = calendar;
  const clinicPhone = await phoneOf(tx, clinic.id);
  const about = { id: plan.id, clinicId: clinic.id };
  const names = new Map(doctors.map(({ id, name }) => [id, name]));
  const facts: PlanFacts = {
    clinicName: clinic.name,
    clinicPhone,
    timeZone: policy.timeZone,
    serviceName: service.name,
    patientName: patient?.name ?? order.contact?.name ?? null,
    number: plan.number,
    frequency: order.frequency,
    months: order.months,
    count: visits.length,
    pricePerVisit,
    total: pricePerVisit * visits.length,
    currency: clinic.currency,
    cancelNoticeHours: policy.cancelNoticeHours,
    requiresConfirmation: bookedStatus(calendar, order.booker) === "pending",
    visits: visits.map(({ sequence, startsAt, doctorId, reason }) => ({
      sequence,
      startsAt,
      doctorName: names.get(doctorId ?? "") ?? null,
      reason,
    })),
  };
  const { contact } = order;
  if (patient) await queuePlanMail(tx, "plan_created", about, patient, facts);
  else if (contact) {
    const locale = order.booker.contact?.locale ?? clinic.locale;
    await queuePlanMail(tx, "plan_created", about, { ...contact, locale, token }, facts);
  }

  if (!facts.requiresConfirmation) return;
  for (const doctor of doctors) {
    const own = visits.filter(({ doctorId }) => doctorId === doctor.id);
    if (own.length === 0) continue;
    const ofDoctor = facts.visits.filter(({ sequence }) => own.some((visit) => visit.sequence === sequence));
    await queuePlanMail(tx, "doctor_new_plan", about, doctor, { ...facts, visits: ofDoctor });
  }
}

async function phoneOf(tx: Transaction, clinicId: string): Promise<string | null> {
  const clinic = await tx.clinic.findUnique({ where: { id: clinicId }, select: { phone: true } });
  return clinic?.phone ?? null;
}
