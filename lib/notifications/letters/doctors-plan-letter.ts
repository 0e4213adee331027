import type { Letter } from "../letter.ts";
import type { DoctorsPlanPayload, PlanChange } from "../message-kinds.ts";
import { changeLooks, planLetter, termsOf, wordsOf } from "./plan-parts.ts";
import type { Writing } from "./written.ts";

/** To one doctor, about all their visits of a plan that waits for them. */
export function doctorsPlanLetter(plan: DoctorsPlanPayload, writing: Writing): Letter {
  const { t } = writing;
  return {
    ...doctorsLetter(plan, writing),
    subject: t("doctor_new_plan.subject", wordsOf(plan, writing)),
    mark: { look: "requested", label: t("doctor_new_plan.mark") },
    heading: t("doctor_new_plan.heading"),
    paragraphs: [t("doctor_new_plan.body")],
  };
}

/** To one doctor: what became of their visits of a plan. */
export function doctorsChangeLetter(plan: DoctorsPlanPayload & { change: PlanChange }, writing: Writing): Letter {
  const { t } = writing;
  const { change } = plan;
  const words = { ...wordsOf(plan, writing), change };
  return {
    ...doctorsLetter(plan, writing),
    subject: t("doctor_plan_changed.subject", words),
    mark: { look: changeLooks[change], label: t("plan_changed.mark", words) },
    heading: t("doctor_plan_changed.heading", words),
    paragraphs: [t("doctor_plan_changed.body", words)],
  };
}

function doctorsLetter(plan: DoctorsPlanPayload, writing: Writing) {
  const { t, siteUrl } = writing;
  const facts: [string, string][] = [
    [t("facts.patient"), plan.patientName || t("facts.unnamed")],
    ...termsOf(plan, writing),
  ];
  return {
    ...planLetter(plan, writing),
    facts,
    action: { label: t("doctor_new_plan.action"), url: `${siteUrl}/doctor` },
  };
}
