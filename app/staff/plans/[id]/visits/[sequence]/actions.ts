"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { Actor } from "#lib/auth/actor.ts";
import { answerForm, type FormState, formValues } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { insteadValues, readInstead } from "#lib/scheduling/instead.ts";
import { listDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import { findPlan } from "#lib/scheduling/server/plans/find-plan.ts";
import { findVisitTimes } from "#lib/scheduling/server/plans/find-visit-times.ts";
import { placeVisit } from "#lib/scheduling/server/plans/place-visit.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import { type EpochMs, localDateOf } from "#lib/time.ts";
import { staffClinic } from "../../../../_shell/staff-clinic.ts";

/** Gives a visit the time that was picked, or one of those offered after a refusal. */
export async function placeByHand(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await staffClinic();
  const { id, sequence, doctorId, startsAt = "", instead } = Object.fromEntries(form);
  const other = instead ? readInstead(String(instead)) : null;
  if (!startsAt && !instead) {
    const t = await getTranslations("refusal.field");
    return answerForm(previous, form, { fieldErrors: { startsAt: [t("required")] } });
  }
  const wish = { id: String(id), sequence: Number(sequence), startsAt: other?.startsAt ?? Number(startsAt) };
  const asked = other?.doctorId ?? doctorId;
  const result = await placeVisit(actor, { ...wish, doctorId: asked ?? (await whoCan(actor, wish, clinic)) });
  if (result.ok) {
    const place = encodeURIComponent(String(sequence));
    redirect(`/staff/plans/${encodeURIComponent(String(id))}?placed=${place}`);
  }
  // The times on the page are as old as the page.
  refresh();
  const answer = await answerRefusal(previous, form, result.refusal, clinic);
  const times = insteadValues(result.refusal.alternatives, doctorId ? String(doctorId) : null);
  return { ...answer, values: { ...formValues(form), alternatives: times } };
}

/** With anybody: who is free at that time. Where nobody is any more, the command is asked about somebody all the same. */
async function whoCan(
  actor: Actor,
  { id, sequence, startsAt }: { id: string; sequence: number; startsAt: EpochMs },
  { timeZone }: ClinicView,
): Promise<string | undefined> {
  const from = Number.isFinite(startsAt) ? localDateOf(startsAt, timeZone) : null;
  const [found, plan] = await Promise.all([
    findVisitTimes(actor, { id, sequence, doctorId: null, from }),
    findPlan(actor, { id }),
  ]);
  const offers = found.ok ? found.value.days.flatMap((day) => day.offers) : [];
  const free = offers.find((offer) => offer.startsAt === startsAt)?.doctorIds[0];
  if (free || !plan.ok) return free;
  const [anybody] = await listDoctors(plan.value.clinicId, { serviceId: plan.value.service.id });
  return anybody?.id;
}
