"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { type GrantableRole, grantableRoles } from "#lib/accounts/people.ts";
import { grantRole } from "#lib/accounts/server/grant-role.ts";
import { revokeRole } from "#lib/accounts/server/revoke-role.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";

/** Gives or takes one role; the pressed button says which: `grant-staff`, `revoke-admin`. */
export async function changeRole(previous: FormState, form: FormData): Promise<FormState> {
  const [{ actor, clinic }, t] = await Promise.all([adminClinic(), getTranslations("people")]);
  const { act, role } = readChange(String(form.get("change")));
  const isOwnAdmin = act === "revoke" && role === "admin" && form.get("userId") === actor.userId;
  if (isOwnAdmin && !form.has("giveUpAdmin")) {
    return answerForm(previous, form, { fieldErrors: { giveUpAdmin: [t("giveUp.missing")] } });
  }
  const command = act === "revoke" ? revokeRole : grantRole;
  const result = await command(actor, { clinicId: clinic.id, userId: form.get("userId"), role });
  if (!result.ok) {
    if (result.refusal.detail.reason !== "last_admin") return answerRefusal(previous, form, result.refusal, clinic);
    const words = { title: t("lastAdmin.title"), message: t("lastAdmin.detail") };
    return answerForm(previous, form, { refusal: { code: result.refusal.code, ...words } });
  }
  revalidatePath("/admin", "layout");
  const message =
    act === "revoke"
      ? t("revoked", { role: t(`role.${role ?? "patient"}`) })
      : t("granted", { role: t(`role.${role ?? "patient"}`) });
  return answerForm(previous, form, { values: {}, message });
}

/** A role that is none is left to the command to refuse. */
function readChange(text: string): { act: "grant" | "revoke"; role: GrantableRole | undefined } {
  const [act, name] = text.split("-");
  return { act: act === "revoke" ? act : "grant", role: grantableRoles.find((role) => role === name) };
}
