"use server";

import { revalidatePath } from "next/cache";
import { getFormatter, getTranslations } from "next-intl/server";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { addTimeOff } from "#lib/scheduling/server/doctors/add-time-off.ts";
import { addWindow } from "#lib/scheduling/server/doctors/add-window.ts";
import { removeTimeOff } from "#lib/scheduling/server/doctors/remove-time-off.ts";
import { removeWindow } from "#lib/scheduling/server/doctors/remove-window.ts";
import { answeredAbout, askFirst, pagesFor } from "../ask-first.ts";
import { deskClinic } from "../desk-clinic.ts";
import { timeOffChange } from "../posted-change.ts";
import { stretchWords } from "./stretch-words.ts";

/** A doctor is away; the form stands in the doctor's own workspace and in those of the team. */
export async function takeTimeOff(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await deskClinic(form);
  const { doctorId, from, fromTime, to, toTime, reason } = Object.fromEntries(form);
  const asked = { clinicId: clinic.id, doctorId, from, fromTime, to, toTime, reason };
  const change = timeOffChange(form, clinic.timeZone);
  const question = await askFirst(previous, form, { actor, clinic, change, pages: pagesFor(actor, clinic.id) });
  if (question) return question;
  const result = await addTimeOff(actor, asked);
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  revalidatePath("/", "layout");
  const [t, format] = await Promise.all([getTranslations("doctorTime"), getFormatter()]);
  const when = stretchWords(result.value, clinic.timeZone, t, format);
  return answerForm(previous, form, { values: {}, message: t("off.added", { when }) });
}

/** A doctor works once besides their week. */
export async function workExtraHours(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await deskClinic(form);
  const { doctorId, date, startTime, endTime } = Object.fromEntries(form);
  const result = await addWindow(actor, { clinicId: clinic.id, doctorId, date, startTime, endTime });
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  revalidatePath("/", "layout");
  const [t, format] = await Promise.all([getTranslations("doctorTime"), getFormatter()]);
  const when = stretchWords(result.value, clinic.timeZone, t, format);
  const words = result.value.hasSlots ? t("windows.added", { when }) : t("windows.addedNoSlots", { when });
  return answerForm(previous, form, { values: {}, message: words });
}

/** Takes one of the listed stretches of time off away. */
export async function dropTimeOff(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await deskClinic(form);
  const result = await removeTimeOff(actor, { clinicId: clinic.id, id: form.get("remove") });
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  revalidatePath("/", "layout");
  const t = await getTranslations("doctorTime.off");
  return answerForm(previous, form, { message: t("removed") });
}

/** Takes one of the listed windows away. */
export async function dropExtraHours(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await deskClinic(form);
  const id = form.get("remove") ?? answeredAbout(form);
  const change = { kind: "window_removed", id } as const;
  const asking = { actor, clinic, change, about: String(id), pages: pagesFor(actor, clinic.id) };
  const question = await askFirst(previous, form, asking);
  if (question) return question;
  const result = await removeWindow(actor, { clinicId: clinic.id, id });
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  revalidatePath("/", "layout");
  const t = await getTranslations("doctorTime.windows");
  return answerForm(previous, form, { message: t("removed") });
}
