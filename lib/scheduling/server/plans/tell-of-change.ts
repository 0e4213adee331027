import "server-only";
import type { AnyActor } from "#lib/auth/actor.ts";
import type { OpenPlan } from "./change-plan.ts";
import { type PlanFacts, queuePlanMail } from "./plan-mails.ts";
import { type PlacedRow, type PlanRow, planColumns } from "./plan-records.ts";

type Change = NonNullable<PlanFacts["change"]>;

/** Tells the patient, and the doctors whose times are concerned, what became of which visits; one mail each. */
export async function tellOfChange(
  { tx, plan: before }: Pick<OpenPlan, "tx" | "plan">,
  actor: AnyActor,
  change: Change,
  concerned: readonly { sequence: number }[],
): Promise<void> {
  const plan = await tx.subscription.findUniqueOrThrow({ where: { id: before.id }, select: planColumns });
  const sequences = new Set(concerned.map(({ sequence }) => sequence));
  const facts = { ...planFacts(plan, (sequence) => sequences.has(sequence)), change };
  const { patient, contactName, contactEmail, contactLocale, clinic } = plan;
  if (patient) await queuePlanMail(tx, "plan_changed", plan, patient, facts);
  else if (contactEmail) {
    const reader = { name: contactName ?? "", email: contactEmail, locale: contactLocale ?? clinic.locale };
    await queuePlanMail(tx, "plan_changed", plan, { ...reader, token: null }, facts);
  }
  for (const [email, doctor] of doctorsOf([...before.visits, ...plan.visits], sequences)) {
    if (actor.kind === "person" && actor.doctorId === doctor.id) continue;
    const visits = facts.visits.filter(({ sequence }) => doctor.sequences.has(sequence));
    const reader = { name: doctor.name, email, locale: doctor.locale };
    await queuePlanMail(tx, "doctor_plan_changed", plan, reader, { ...facts, visits });
  }
}

export function planFacts(plan: PlanRow, isConcerned: (sequence: number) => boolean = () => true): PlanFacts {
  const { clinic, number, frequency, months, pricePerVisit, currency, cancelNoticeHours } = plan;
  return {
    clinicName: clinic.name,
    clinicPhone: clinic.phone,
    timeZone: clinic.timeZone,
    serviceName: plan.service.name,
    patientName: plan.patient?.name ?? plan.contactName,
    ...{ number, frequency, months, pricePerVisit, currency, cancelNoticeHours },
    count: plan.visits.length,
    total: pricePerVisit * plan.visits.length,
    visits: plan.visits
      .filter(({ sequence }) => isConcerned(sequence))
      .map(({ sequence, status, appointment, reasonCode, reasonDetail }) => ({
        sequence,
        startsAt: status === "unplaced" ? null : (appointment?.startsAt.getTime() ?? null),
        doctorName: appointment?.doctorService.doctor.name ?? null,
        reason: reasonCode
          ? ({ code: reasonCode, detail: reasonDetail ?? {} } as PlanFacts["visits"][number]["reason"])
          : null,
      })),
  };
}

interface ConcernedDoctor {
  id: string;
  name: string;
  locale: string;
  sequences: Set<number>;
}

function doctorsOf(visits: PlanRow["visits"], sequences: ReadonlySet<number>): Map<string, ConcernedDoctor> {
  const doctors = new Map<string, ConcernedDoctor>();
  for (const { sequence, appointment } of visits as PlacedRow[]) {
    if (!appointment || !sequences.has(sequence)) continue;
    const { name, user } = appointment.doctorService.doctor;
    const known = doctors.get(user.email) ?? {
      id: appointment.doctorId,
      name,
      locale: user.locale,
      sequences: new Set(),
    };
    known.sequences.add(sequence);
    doctors.set(user.email, known);
  }
  return doctors;
}
