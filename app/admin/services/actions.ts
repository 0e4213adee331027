"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { askFirst, type PostedChange } from "#app/_desk/ask-first.ts";
import { answerForm, type FormState, formValues } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { parsePrice } from "#lib/money.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";
import { updateServiceSchema } from "#lib/scheduling/schema.ts";
import { createService, updateService } from "#lib/scheduling/server/clinic/save-service.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";
import {
  editTyped,
  fieldOfQuestion,
  questionField,
  questionsIn,
  readTyped,
  typedOf,
  typedValues,
} from "./typed-questions.ts";

export async function addService(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const edited = editQuestions(previous, form);
  if (edited) return edited;
  const result = await createService(actor, { ...serviceIn(form, clinic.currency), clinicId: clinic.id });
  if (!result.ok) return answerRefusal(previous, form, atItsFields(result.refusal, form), clinic);
  revalidatePath("/admin", "layout");
  redirect(`/admin/services/${result.value.slug}?done=created`);
}

export async function changeService(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const edited = editQuestions(previous, form);
  if (edited) return edited;
  const change = { ...serviceIn(form, clinic.currency), id: form.get("id"), isActive: form.has("isActive") };
  const question = await askFirst(previous, form, {
    actor,
    clinic,
    change: updateServiceSchema.safeParse(change).success ? timeOf(change) : null,
  });
  if (question) return question;
  const result = await updateService(actor, change);
  if (!result.ok) return answerRefusal(previous, form, atItsFields(result.refusal, form), clinic);
  revalidatePath("/admin", "layout");
  const t = await getTranslations("serviceForm.change");
  const saved = typedValues(typedOf(result.value.questions));
  return answerForm(previous, form, { message: t("saved"), values: { ...withoutQuestions(form), ...saved } });
}

/** Answers the press of one of the questions' buttons; everything typed in the form stays. */
function editQuestions(previous: FormState, form: FormData): FormState | null {
  const edited = editTyped(readTyped(formValues(form)), String(form.get("intent") ?? ""));
  if (!edited) return null;
  const { rows, focus } = edited;
  const next = rows.length > 0 ? questionField(focus, "label") : "add-question";
  return answerForm(previous, form, { values: { ...withoutQuestions(form), ...typedValues(rows), focus: next } });
}

function withoutQuestions(form: FormData): FormState["values"] {
  return Object.fromEntries(Object.entries(formValues(form)).filter(([name]) => !/^(q\d+-|focus$)/.test(name)));
}

/** The form's answers as the commands want them; a price that cannot be read becomes one that is refused. */
function serviceIn(form: FormData, currency: string) {
  const { name, description, durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, mode, groupSize, resourceKind } =
    Object.fromEntries(form);
  return {
    name,
    description,
    durationMinutes,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    mode,
    groupSize,
    resourceKind,
    priceAmount: parsePrice(String(form.get("price") ?? ""), currency) ?? "unreadable",
    requiresConfirmation: form.has("requiresConfirmation"),
    doctorIds: form.getAll("doctorIds"),
    questions: questionsIn(readTyped(formValues(form))).questions,
  };
}

/** What of a service decides whom it fits. */
function timeOf({ id, doctorIds, ...change }: ReturnType<typeof serviceIn> & { id: unknown }): PostedChange {
  const [durationMinutes, bufferBeforeMinutes, bufferAfterMinutes] = [
    change.durationMinutes,
    change.bufferBeforeMinutes,
    change.bufferAfterMinutes,
  ].map(Number);
  const timing = { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes };
  return { kind: "service", serviceId: id, timing, doctorIds };
}

/** The price is typed in major units and a list of doctors has one place for its errors. */
function atItsFields(refused: Refusal, form: FormData): Refusal {
  const { places } = questionsIn(readTyped(formValues(form)));
  const errors = refused.errors?.map(({ path, message }) => {
    const question = fieldOfQuestion(path, places);
    if (question) return { path: question, message };
    if (path !== "priceAmount") return { path: path.startsWith("doctorIds") ? "doctorIds" : path, message };
    return { path: "price", message: message === "too_large" ? message : "price" };
  });
  return errors ? { ...refused, errors } : refused;
}
