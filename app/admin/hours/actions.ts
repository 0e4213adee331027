"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { askFirst, type PostedChange } from "#app/_desk/ask-first.ts";
import {
  editWeek,
  fieldAt,
  hoursOf,
  readEdit,
  readWeek,
  type TypedWeek,
  typedWeek,
  weekValues,
} from "#components/scheduling/week-form/week.ts";
import { answerForm, type FormState, formValues } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";
import { weekTemplateSchema } from "#lib/scheduling/schema.ts";
import { deleteWeekTemplate } from "#lib/scheduling/server/clinic/delete-week-template.ts";
import { replaceBusinessHours } from "#lib/scheduling/server/clinic/replace-business-hours.ts";
import { createWeekTemplate, replaceWeekTemplate } from "#lib/scheduling/server/clinic/save-week-template.ts";
import { answerSlots } from "../_parts/slots-change.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";
import { renameFields } from "../_shell/rename-fields.ts";

// Without JavaScript the week's other buttons post the form as well: `edited` answers those presses.

/** Saves the usual week. */
export async function saveHours(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const week = readWeek(formValues(form));
  const other = edited(previous, form, week);
  if (other) return other;
  const { hours, places } = hoursOf(week);
  const change = { kind: "week", hours } as const;
  const question = await askFirst(previous, form, { actor, clinic, change });
  if (question) return question;
  const result = await replaceBusinessHours(actor, { clinicId: clinic.id, hours });
  if (!result.ok) return answerRefusal(previous, form, atItsFields(result.refusal, places), clinic);
  revalidatePath("/admin", "layout");
  const t = await getTranslations("hours");
  const values = weekValues(typedWeek(result.value.hours));
  return answerSlots(previous, form, { slots: result.value.slots, values, message: t("saved") });
}

/** Adds a week for certain dates and goes to its page. */
export async function addTemplate(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const week = readWeek(formValues(form));
  const other = edited(previous, form, week);
  if (other) return other;
  const { hours, places } = hoursOf(week);
  const { name, validFrom, validTo } = Object.fromEntries(form);
  const change = templateChange(null, { name, validFrom, validTo, hours });
  const question = await askFirst(previous, form, { actor, clinic, change });
  if (question) return question;
  const result = await createWeekTemplate(actor, { clinicId: clinic.id, name, validFrom, validTo, hours });
  if (!result.ok) return answerRefusal(previous, form, atItsFields(result.refusal, places), clinic);
  revalidatePath("/admin", "layout");
  if (result.value.slots.appointments.length === 0) redirect(`/admin/hours/templates/${result.value.id}?done=added`);
  const t = await getTranslations("hours.template");
  return answerSlots(previous, form, { slots: result.value.slots, message: t("added") });
}

/** Saves a week for certain dates. */
export async function changeTemplate(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const week = readWeek(formValues(form));
  const other = edited(previous, form, week);
  if (other) return other;
  const { hours, places } = hoursOf(week);
  const { id, name, validFrom, validTo } = Object.fromEntries(form);
  const change = templateChange(id, { name, validFrom, validTo, hours });
  const question = await askFirst(previous, form, { actor, clinic, change });
  if (question) return question;
  const result = await replaceWeekTemplate(actor, { id, name, validFrom, validTo, hours });
  if (!result.ok) return answerRefusal(previous, form, atItsFields(result.refusal, places), clinic);
  revalidatePath("/admin", "layout");
  const t = await getTranslations("hours");
  return answerSlots(previous, form, { slots: result.value.slots, message: t("saved") });
}

/** Takes a week for certain dates away and goes to the usual one. */
export async function removeTemplate(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const change = { kind: "template", replaces: form.get("id"), template: null } as const;
  const question = await askFirst(previous, form, { actor, clinic, change });
  if (question) return question;
  const result = await deleteWeekTemplate(actor, { id: form.get("id") });
  revalidatePath("/admin", "layout");
  // Somebody else may have been first: it is gone either way.
  if (result.ok || result.refusal.code === "NOT_FOUND") redirect("/admin/hours?done=removed");
  return answerRefusal(previous, form, result.refusal, clinic);
}

/** Null where something is wrong with it that has nothing to do with hours. */
function templateChange(replaces: unknown, typed: Record<string, unknown>): PostedChange | null {
  const { name: _, ...template } = typed;
  return weekTemplateSchema.safeParse(typed).success ? { kind: "template", replaces, template } : null;
}

function edited(previous: FormState, form: FormData, week: TypedWeek): FormState | null {
  const edit = readEdit(String(form.get("intent")), (name) => form.getAll(name).map(String));
  if (!edit) return null;
  const rest = Object.entries(formValues(form)).filter(([name]) => !(name in weekValues(week)));
  const values = { ...Object.fromEntries(rest), ...weekValues(editWeek(week, edit)) };
  return answerForm(previous, form, { values });
}

function atItsFields(refused: Refusal, places: ReturnType<typeof hoursOf>["places"]): Refusal {
  return renameFields(refused, (path) => (path.startsWith("hours") ? fieldAt(path, places) : path));
}
