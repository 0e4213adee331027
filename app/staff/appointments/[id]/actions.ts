"use server";

import { refresh, revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { saveRemarks } from "#app/_desk/save-remarks.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { assignResource } from "#lib/scheduling/server/appointments/assign-resource.ts";
import { waiveNoShow } from "#lib/scheduling/server/appointments/waive-no-show.ts";
import { staffClinic } from "../../_shell/staff-clinic.ts";

export async function saveAnyRemarks(previous: FormState, form: FormData): Promise<FormState> {
  return saveRemarks(await staffClinic(), previous, form);
}

export async function assignRoom(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await staffClinic();
  const { id, version, resourceId } = Object.fromEntries(form);
  const result = await assignResource(actor, { id, version, resourceId });
  refresh();
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  const t = await getTranslations("rooms.assign");
  return answerForm(previous, form, { message: t("done") });
}

/** Lets a missed appointment count, or not, and goes back to the page on which that was decided. */
export async function countMissed(form: FormData): Promise<void> {
  const { actor } = await staffClinic();
  const { about, ...wish } = Object.fromEntries(form);
  const result = await waiveNoShow(actor, wish);
  revalidatePath("/staff", "layout");
  redirect(`/staff/appointments/${encodeURIComponent(String(about))}?counted=${result.ok ? "yes" : "no"}`);
}
