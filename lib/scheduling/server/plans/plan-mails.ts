import "server-only";
import type { Transaction } from "#lib/db/transaction.ts";
import type { PlanFrequency, VisitReason } from "../../plan-view.ts";

/** What every mail about a plan tells. */
export interface PlanFacts {
  clinicName: string;
  clinicPhone: string | null;
  timeZone: string;
  serviceName: string;
  /** As the doctor reads it. */
  patientName: string | null;
  number: string;
  frequency: PlanFrequency;
  months: number;
  count: number;
  /** Minor units. */
  pricePerVisit: number;
  total: number;
  currency: string;
  cancelNoticeHours: number;
  /** Of a new plan: whether its visits wait for a doctor. */
  requiresConfirmation?: boolean;
  visits: { sequence: number; startsAt: number | null; doctorName: string | null; reason: VisitReason | null }[];
  change?: "paused" | "resumed" | "cancelled" | "confirmed" | "placed" | "skipped";
}

export interface PlanReader {
  name: string;
  email: string;
  locale: string;
  /** Opens the portal for somebody without an account. */
  token?: string | null;
}

/** Writes a mail about a plan into the outbox; an older one of its kind that still waits is not sent any more. */
export async function queuePlanMail(
  tx: Transaction,
  kind: "plan_created" | "plan_changed" | "plan_link" | "doctor_new_plan" | "doctor_plan_changed",
  plan: { id: string; clinicId: string },
  reader: PlanReader,
  facts: PlanFacts,
): Promise<void> {
  const { name, email, locale, token } = reader;
  const payload = { name, ...facts, ...(token === undefined ? {} : { token, isGuest: true }) };
  await tx.$executeRaw`
    UPDATE message SET status = 'superseded', payload = payload - 'token'
    WHERE subscription_id = ${plan.id}::uuid AND kind = ${kind} AND recipient = ${email}::citext AND status = 'queued'`;
  await tx.$executeRaw`
    INSERT INTO message (clinic_id, subscription_id, kind, recipient, locale, payload)
    VALUES (${plan.clinicId}::uuid, ${plan.id}::uuid, ${kind}, ${email}, ${locale}, ${JSON.stringify(payload)}::jsonb)`;
}
