"use server";

import { getTranslations } from "next-intl/server";
import { currentVisitor } from "#lib/auth/visitor.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { planLinkSchema } from "#lib/scheduling/plan-schema.ts";
import { parseInput } from "#lib/scheduling/server/parse-input.ts";
import { requestPlanLink } from "#lib/scheduling/server/plans/request-plan-link.ts";
import { currentClinic } from "../../../_shell/current-clinic.ts";

/** Sends the plan's link to the address it was made with; says the same whether there is such a plan or not. */
export async function sendPlanLink(previous: FormState, form: FormData): Promise<FormState> {
  const parsed = parseInput(planLinkSchema, { number: form.get("number"), email: form.get("email") });
  if (!parsed.ok) return answerRefusal(previous, form, parsed.refusal, await currentClinic());
  const { address } = await currentVisitor();
  const sent = await requestPlanLink(parsed.value, address);
  if (!sent.ok) return answerRefusal(previous, form, sent.refusal, await currentClinic());
  const t = await getTranslations("plans.link");
  return answerForm(previous, form, { values: {}, message: t("sent", { number: parsed.value.number }) });
}
