"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { noticeMinutes } from "#lib/notice-unit.ts";
import { updateClinic } from "#lib/scheduling/server/clinic/update-clinic.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";
import { renameFields } from "../_shell/rename-fields.ts";

export async function saveSettings(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await adminClinic();
  const { minNotice, minNoticeUnit, ...typed } = Object.fromEntries(form);
  const minNoticeMinutes = noticeMinutes(String(minNotice ?? ""), String(minNoticeUnit));
  const result = await updateClinic(actor, { ...typed, clinicId: clinic.id, minNoticeMinutes });
  if (!result.ok) {
    const refused = renameFields(result.refusal, (path) => (path === "minNoticeMinutes" ? "minNotice" : path));
    return answerRefusal(previous, form, refused, clinic);
  }
  revalidatePath("/", "layout");
  const t = await getTranslations("settings");
  return answerForm(previous, form, { message: t("saved") });
}
