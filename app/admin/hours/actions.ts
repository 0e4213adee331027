"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import {
  editWeek,
  fieldAt,
  hoursOf,
  readEdit,
  readWeek,
  typedWeek,
  weekValues,
} from "#components/scheduling/week-form/week.ts";
import { answerForm, type FormState, formValues } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { replaceBusinessHours } from "#lib/scheduling/server/replace-business-hours.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";
import { renameFields } from "../_shell/rename-fields.ts";

/** Saves the week, or without JavaScript answers the press of one of the form's other buttons. */
export async function saveHours(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const week = readWeek(formValues(form));
  const edit = readEdit(String(form.get("intent")), (name) => form.getAll(name).map(String));
  if (edit) return answerForm(previous, form, { values: weekValues(editWeek(week, edit)) });

  const { hours, places } = hoursOf(week);
  const result = await replaceBusinessHours(actor, { clinicId: clinic.id, hours });
  if (!result.ok)
    return answerRefusal(
      previous,
      form,
      renameFields(result.refusal, (path) => fieldAt(path, places)),
      clinic,
    );
  revalidatePath("/admin", "layout");
  const t = await getTranslations("hours");
  return answerForm(previous, form, { values: weekValues(typedWeek(result.value)), message: t("saved") });
}
