"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { requireActor } from "#lib/auth/session.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { chooseReminders } from "#lib/notifications/server/own-reminders.ts";
import { currentClinic } from "../../_shell/current-clinic.ts";
import { answerRefusal } from "../_parts/answer-refusal.ts";

export async function saveOwnReminders(previous: FormState, form: FormData): Promise<FormState> {
  const [actor, clinic] = await Promise.all([requireActor("/account"), currentClinic()]);
  const reminders = [...form.keys()].flatMap((name) => /^reminder-(\d+)$/.exec(name)?.[1] ?? []);
  const choice = { clinicId: clinic.id, reminders, bySms: form.get("bySms") ?? "false" };
  const result = await chooseReminders(actor, choice);
  if (!result.ok) return answerRefusal(previous, form, result.refusal);
  revalidatePath("/account");
  const t = await getTranslations("reminders.own");
  return answerForm(previous, form, { message: t(reminders.length > 0 ? "saved" : "savedNone") });
}
