"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { askFirst, type PostedChange } from "#app/_desk/ask-first.ts";
import { editWeek, openName, readEdit, readWeek, weekValues } from "#components/scheduling/week-form/week.ts";
import { answerForm, type FormState, formValues } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { publicHolidays } from "#lib/scheduling/server/clinic/holidays.ts";
import { importHolidays } from "#lib/scheduling/server/clinic/import-holidays.ts";
import { removeClosure } from "#lib/scheduling/server/clinic/remove-closure.ts";
import { addClosure, changeClosure } from "#lib/scheduling/server/clinic/save-closure.ts";
import { answerSlots } from "../_parts/slots-change.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";
import { closureValues, readClosure } from "./closure-values.ts";

/** Adds a closure; the form is empty afterwards, for the next one. */
export async function addDays(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const other = edited(previous, form);
  if (other) return other;
  const { given, lacksHours, atItsFields } = readClosure(form);
  if (lacksHours) return answerRefusal(previous, form, noHours, clinic);
  const change = { kind: "closures", replaces: null, add: [daysOf(given)] } as const;
  const question = await askFirst(previous, form, { actor, clinic, change });
  if (question) return question;
  const result = await addClosure(actor, { ...given, clinicId: clinic.id });
  if (!result.ok) return answerRefusal(previous, form, atItsFields(result.refusal), clinic);
  revalidatePath("/", "layout");
  const t = await getTranslations("closures.new");
  const message = t("saved", { reason: result.value.entry.reason });
  return answerSlots(previous, form, { slots: result.value.slots, message, values: {} });
}

export async function changeDays(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const other = edited(previous, form);
  if (other) return other;
  const { given, lacksHours, atItsFields } = readClosure(form);
  if (lacksHours) return answerRefusal(previous, form, noHours, clinic);
  const change = { kind: "closures", replaces: form.get("id"), add: [daysOf(given)] } as const;
  const question = await askFirst(previous, form, { actor, clinic, change });
  if (question) return question;
  const result = await changeClosure(actor, { ...daysOf(given), id: form.get("id") });
  if (!result.ok) return answerRefusal(previous, form, atItsFields(result.refusal), clinic);
  revalidatePath("/", "layout");
  const t = await getTranslations("closures.edit");
  const { entry, slots } = result.value;
  return answerSlots(previous, form, {
    slots,
    message: t("saved", { reason: entry.reason }),
    values: closureValues(entry),
  });
}

/** Takes a closure away and goes to the year it was in. */
export async function removeDays(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const change = { kind: "closures", replaces: form.get("id"), add: [] } as const;
  const question = await askFirst(previous, form, { actor, clinic, change });
  if (question) return question;
  const result = await removeClosure(actor, { id: form.get("id") });
  revalidatePath("/", "layout");
  // Somebody else may have been first: it is gone either way.
  if (!result.ok && result.refusal.code !== "NOT_FOUND") return answerRefusal(previous, form, result.refusal, clinic);
  redirect(`/admin/closures?year=${encodeURIComponent(String(form.get("year")))}&done=removed`);
}

/** Adds the public holidays that were ticked. */
export async function addHolidays(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const t = await getTranslations("closures.holidays");
  const { country, region, year } = Object.fromEntries(form);
  const dates = form.getAll("dates").map(String);
  if (dates.length === 0) return answerForm(previous, form, { fieldErrors: { dates: [t("chooseOne")] } });
  const change = await holidaysChange(form, clinic.locale);
  const question = await askFirst(previous, form, { actor, clinic, change });
  if (question) return question;
  const result = await importHolidays(actor, { clinicId: clinic.id, country, region, year, dates });
  if (!result.ok) {
    const { code } = result.refusal;
    if (code === "VALIDATION") return answerForm(previous, form, { refusal: { code, title: t("unknownPlace") } });
    return answerRefusal(previous, form, result.refusal, clinic);
  }
  revalidatePath("/", "layout");
  const { imported, slots } = result.value;
  return answerSlots(previous, form, { slots, message: t("saved", { imported }), values: {} });
}

/** One day where no last one is given. */
function daysOf(given: ReturnType<typeof readClosure>["given"]) {
  return { ...given, to: given.to || given.from };
}

/** Those of the place's public holidays that were ticked. */
async function holidaysChange(form: FormData, locale: string): Promise<PostedChange> {
  const [country, region, year, dates] = [
    form.get("country"),
    form.get("region"),
    form.get("year"),
    form.getAll("dates"),
  ];
  const place = { country: String(country), region: region ? String(region) : null };
  const holidays = (await publicHolidays(place, Number(year), locale)) ?? [];
  const chosen = holidays.filter(({ from }) => dates.includes(from));
  return {
    kind: "closures",
    replaces: null,
    add: chosen.map(({ from, to, name }) => ({ from, to, reason: name, shifts: [] })),
  };
}

/** Without JavaScript the buttons that add and remove shifts post the form as well. */
function edited(previous: FormState, form: FormData): FormState | null {
  const edit = readEdit(String(form.get("intent")), (name) => form.getAll(name).map(String));
  if (!edit) return null;
  const week = readWeek(formValues(form));
  const rest = Object.entries(formValues(form)).filter(([name]) => !(name in weekValues(week)));
  return answerForm(previous, form, { values: { ...Object.fromEntries(rest), ...weekValues(editWeek(week, edit)) } });
}

const noHours = { ...refusal("VALIDATION"), errors: [{ path: openName(0, 0), message: "required" }] };
