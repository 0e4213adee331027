"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { renameFields } from "#app/admin/_shell/rename-fields.ts";
import { fieldAt, typedWeek } from "#components/scheduling/week-form/week.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { asBusinessHours } from "#lib/scheduling/hours.ts";
import { addWeek } from "#lib/scheduling/server/doctors/add-week.ts";
import { removeWeek } from "#lib/scheduling/server/doctors/remove-week.ts";
import { replaceWeeklyHours } from "#lib/scheduling/server/doctors/replace-weekly-hours.ts";
import { adding, removing, replacing } from "#lib/scheduling/week-changes.ts";
import { isLocalDate } from "#lib/time.ts";
import { askFirst, pagesFor } from "../ask-first.ts";
import { deskClinic } from "../desk-clinic.ts";
import { doctorWeeksChange } from "../posted-change.ts";
import { editedValues, postedHours, readAlso, readWeekName, valuesWith, weekName } from "./posted-week.ts";
import { weeksPath } from "./weeks-path.ts";

/** Saves one of a doctor's weeks, or without JavaScript answers the press of one of the form's other buttons. */
export async function saveDoctorWeek(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await deskClinic(form);
  const edited = editedValues(form);
  if (edited) return answerForm(previous, form, { values: edited });

  const { hours, places } = postedHours(form);
  const from = readWeekName(form.get("week"));
  const ids = { clinicId: clinic.id, doctorId: form.get("doctorId") };
  const change = await doctorWeeksChange(actor, ids, (weeks) =>
    from === undefined ? null : replacing(weeks, [from, ...readAlso(form)], hours),
  );
  const question = await askFirst(previous, form, { actor, clinic, change, pages: pagesFor(actor, clinic.id) });
  if (question) return question;
  const result = await replaceWeeklyHours(actor, {
    clinicId: clinic.id,
    doctorId: form.get("doctorId"),
    hours,
    from: from === undefined ? "unreadable" : from,
    also: readAlso(form),
  });
  if (!result.ok) {
    const refused = renameFields(result.refusal, (path) => fieldAt(path, places));
    return answerRefusal(previous, form, refused, clinic);
  }
  revalidatePath("/", "layout");
  // A week that became like its neighbour is no longer there by itself.
  const saved = result.value.find((week) => week.from === from);
  if (!saved) redirect(`${weeksPath(form)}?done=saved`);
  const t = await getTranslations("doctorHours");
  const values = valuesWith(form, typedWeek(asBusinessHours(saved.hours)));
  return answerForm(previous, form, { values, message: t("saved") });
}

/** Lets other hours take over from a day on. */
export async function addDoctorWeek(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await deskClinic(form);
  const edited = editedValues(form);
  if (edited) return answerForm(previous, form, { values: edited });

  const { hours, places } = postedHours(form);
  const from = String(form.get("from") ?? "");
  const until = String(form.get("until") ?? "") || null;
  const isReadable = isLocalDate(from) && (until === null || (isLocalDate(until) && until >= from));
  const ids = { clinicId: clinic.id, doctorId: form.get("doctorId") };
  const change = await doctorWeeksChange(actor, ids, (weeks) =>
    isReadable ? adding(weeks, from, until, hours) : null,
  );
  const question = await askFirst(previous, form, { actor, clinic, change, pages: pagesFor(actor, clinic.id) });
  if (question) return question;
  const result = await addWeek(actor, {
    clinicId: clinic.id,
    doctorId: form.get("doctorId"),
    hours,
    from,
    until: form.get("until"),
  });
  if (!result.ok) {
    const fieldOf = (path: string) => (path === "from" || path === "until" ? path : fieldAt(path, places));
    return answerRefusal(previous, form, renameFields(result.refusal, fieldOf), clinic);
  }
  revalidatePath("/", "layout");
  const week = result.value.find((each) => each.from === from);
  redirect(`${weeksPath(form)}?${new URLSearchParams({ ...(week && { week: weekName(week.from) }), done: "added" })}`);
}

/** Takes a week away again: the one before it goes on. */
export async function removeDoctorWeek(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await deskClinic(form);
  const ids = { clinicId: clinic.id, doctorId: form.get("doctorId") };
  const change = await doctorWeeksChange(actor, ids, (weeks) => removing(weeks, String(form.get("week"))));
  const question = await askFirst(previous, form, { actor, clinic, change, pages: pagesFor(actor, clinic.id) });
  if (question) return question;
  const result = await removeWeek(actor, { ...ids, from: form.get("week") });
  if (!result.ok) {
    // There is nothing to correct in the form: the hours that would go on are taken at another clinic.
    const clash = result.refusal.errors?.some(({ message }) => message === "hours_elsewhere");
    const t = await getTranslations("doctorWeeks.remove");
    if (!clash) return answerRefusal(previous, form, result.refusal, clinic);
    const refusal = { code: result.refusal.code, title: t("clashTitle"), message: t("clash") };
    return answerForm(previous, form, { refusal });
  }
  revalidatePath("/", "layout");
  redirect(`${weeksPath(form)}?done=removed`);
}
