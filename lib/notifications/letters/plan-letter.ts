import type { Letter } from "../letter.ts";
import type { PlanChange, PlanLinkPayload, PlanPayload } from "../message-kinds.ts";
import { openLinks } from "./open-links.ts";
import { changeLooks, planLetter, pricesOf, rules, termsOf, wordsOf } from "./plan-parts.ts";
import { plain, type Writing } from "./written.ts";

/** To the patient, as the plan begins: all that was agreed. */
export function planCreatedLetter(plan: PlanPayload, writing: Writing): Letter {
  const { t } = writing;
  const words = wordsOf(plan, writing);
  return {
    ...planLetter(plan, writing),
    subject: t("plan_created.subject", words),
    mark: { look: plan.requiresConfirmation ? "requested" : "confirmed", label: t("plan_created.mark", words) },
    heading: t("plan_created.heading"),
    paragraphs: [t("plan_created.body", words), ...rules(plan, writing)],
    facts: [...termsOf(plan, writing), ...pricesOf(plan, writing)],
    ...patientsWay(plan, writing),
  };
}

/** To the patient: what became of the plan, and of which visits. */
export function planChangedLetter(
  plan: PlanPayload & { change: PlanChange; reason?: string | null | undefined },
  writing: Writing,
): Letter {
  const { t } = writing;
  const { change, reason } = plan;
  const words = { ...wordsOf(plan, writing), change };
  const going = changeLooks[change] !== "confirmed" ? [] : rules(plan, writing);
  return {
    ...planLetter(plan, writing),
    subject: t("plan_changed.subject", words),
    mark: { look: changeLooks[change], label: t("plan_changed.mark", words) },
    heading: t("plan_changed.heading", words),
    paragraphs: [t("plan_changed.body", words), ...going],
    facts: [...termsOf(plan, writing), ...(reason ? [[t("facts.reason"), reason] as [string, string]] : [])],
    ...patientsWay(plan, writing),
  };
}

/** To the patient, who asked for the link again. */
export function planLinkLetter(plan: PlanLinkPayload, { t, locale, siteUrl }: Writing): Letter {
  const { name, clinicName: clinic, number, token } = plan;
  return {
    ...plain,
    subject: t("plan_link.subject", { clinic }),
    preview: clinic,
    heading: t("plan_link.heading"),
    greeting: t("greeting", { name }),
    paragraphs: [t("plan_link.body", { clinic })],
    facts: [[t("facts.number"), number]],
    action: token ? { label: t("plan.action"), url: siteUrl + openLinks.plan(token) } : null,
    actionHint: t("actionHint"),
    note: token ? t("plan_link.note") : t("linkGone"),
    footer: [t("clinicFooter", { clinic })],
    language: locale,
  };
}

function patientsWay(plan: PlanPayload, { t, siteUrl }: Writing): Pick<Letter, "action" | "note"> {
  const { token, isGuest, clinicName: clinic, clinicPhone: phone } = plan;
  // Only the mail of a plan's beginning carries its link; from the others it is asked for again.
  const path = token ? openLinks.plan(token) : isGuest ? "/plans/link" : "/patient/plans";
  const questions = phone ? t("questions", { clinic, phone }) : null;
  const note = [token ? t("plan.keep") : null, questions].filter((words) => words !== null).join(" ");
  return { action: { label: t("plan.action"), url: siteUrl + path }, note: note || null };
}
