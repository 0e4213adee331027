"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { parsePrice } from "#lib/money.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";
import { createService, updateService } from "#lib/scheduling/server/save-service.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";

export async function addService(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const result = await createService(actor, { ...serviceIn(form, clinic.currency), clinicId: clinic.id });
  if (!result.ok) return answerRefusal(previous, form, atItsFields(result.refusal), clinic);
  revalidatePath("/admin", "layout");
  redirect(`/admin/services/${result.value.slug}?done=created`);
}

export async function changeService(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const change = { ...serviceIn(form, clinic.currency), id: form.get("id"), isActive: form.has("isActive") };
  const result = await updateService(actor, change);
  if (!result.ok) return answerRefusal(previous, form, atItsFields(result.refusal), clinic);
  revalidatePath("/admin", "layout");
  const t = await getTranslations("serviceForm.change");
  return answerForm(previous, form, { message: t("saved") });
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
  };
}

/** The price is typed in major units and a list of doctors has one place for its errors. */
function atItsFields(refused: Refusal): Refusal {
  const errors = refused.errors?.map(({ path, message }) => {
    if (path !== "priceAmount") return { path: path.startsWith("doctorIds") ? "doctorIds" : path, message };
    return { path: "price", message: message === "too_large" ? message : "price" };
  });
  return errors ? { ...refused, errors } : refused;
}
