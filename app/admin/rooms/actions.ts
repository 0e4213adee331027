"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { createResource, updateResource } from "#lib/scheduling/server/clinic/save-resource.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";

export async function addRoom(previous: FormState, form: FormData): Promise<FormState> {
  const [{ actor, clinic }, t] = await Promise.all([adminClinic(), getTranslations("rooms")]);
  const { kind, name } = Object.fromEntries(form);
  const result = await createResource(actor, { clinicId: clinic.id, kind, name });
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  revalidatePath("/admin", "layout");
  return answerForm(previous, form, {
    values: { kind: result.value.kind },
    message: t("added", { name: result.value.name }),
  });
}

export async function changeRoom(previous: FormState, form: FormData): Promise<FormState> {
  const [{ actor, clinic }, t] = await Promise.all([adminClinic(), getTranslations("rooms")]);
  const { id, kind, name } = Object.fromEntries(form);
  const result = await updateResource(actor, { id, kind, name, isActive: form.has("isActive") });
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  revalidatePath("/admin", "layout");
  return answerForm(previous, form, { message: t("saved") });
}
