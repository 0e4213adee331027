"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { deactivatePerson, reactivatePerson } from "#lib/accounts/server/switch-account.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";

/** Switches an account off, or on again; the pressed button says which. */
export async function switchAccount(previous: FormState, form: FormData): Promise<FormState> {
  const [{ actor, clinic }, t] = await Promise.all([adminClinic(), getTranslations("people.access")]);
  const isOn = form.get("switch") === "on";
  const command = isOn ? reactivatePerson : deactivatePerson;
  const result = await command(actor, { clinicId: clinic.id, userId: form.get("userId") });
  const name = String(form.get("name"));
  if (!result.ok) {
    const { code, detail } = result.refusal;
    const message = wordsFor(detail.reason, name, t);
    return message
      ? answerForm(previous, form, { refusal: { code, title: t("refused"), message } })
      : answerRefusal(previous, form, result.refusal, clinic);
  }
  revalidatePath("/", "layout");
  return answerForm(previous, form, { message: t(isOn ? "isOn" : "isOff", { name }), values: {} });
}

function wordsFor(
  reason: unknown,
  name: string,
  t: Awaited<ReturnType<typeof getTranslations<"people.access">>>,
): string | null {
  if (reason === "self") return t("self");
  if (reason === "last_admin") return t("lastAdmin");
  return reason === "elsewhere" ? t("elsewhere", { name }) : null;
}
