"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { saveReminderPlan } from "#lib/notifications/server/reminder-plan.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";
import { renameFields } from "../_shell/rename-fields.ts";
import { rowValues, typedRows } from "./reminder-rows.ts";

export async function saveReminders(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const rows = typedRows(form);
  const dailySheetTime = form.get("dailySheetTime");
  const reminderMinutes = rows.map(({ before }) => before);
  const result = await saveReminderPlan(actor, { clinicId: clinic.id, reminderMinutes, dailySheetTime });
  if (!result.ok) {
    const refused = renameFields(result.refusal, (path) => rows[Number(path.split(".")[1])]?.field ?? path);
    return answerRefusal(previous, form, refused, clinic);
  }
  revalidatePath("/admin/settings");
  const t = await getTranslations("reminders.clinic");
  const values = { ...rowValues(result.value.reminderMinutes), dailySheetTime: result.value.dailySheetTime ?? "" };
  return answerForm(previous, form, { message: t("saved"), values });
}
