"use server";

import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { currentVisitor } from "#lib/auth/visitor.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { refusalWords } from "#lib/i18n/refusal-words.ts";
import { planContactSchema } from "#lib/scheduling/plan-schema.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";
import { giveBackGuestTurn, takeGuestTurn } from "#lib/scheduling/server/booking/booking-turns.ts";
import { parseInput } from "#lib/scheduling/server/parse-input.ts";
import { createPlan } from "#lib/scheduling/server/plans/create-plan.ts";
import { keepLinkToken } from "../../../(account)/_parts/link-cookie.ts";
import { type LoadedPlan, loadPlan, planInput } from "../load-plan.ts";
import { keepMadePlan } from "../made-cookie.ts";
import { planHref, readPlanChoice, unpackVisits } from "../plan-choice.ts";
import { asksWho } from "./asks-who.ts";
import { postedContact } from "./posted-contact.ts";

/** Makes the plan that stands beside the form, for whoever is signed in, for a guest, or by staff for somebody. */
export async function makePlan(previous: FormState, form: FormData): Promise<FormState> {
  const text = (name: string) => String(form.get(name) ?? "");
  const loaded = await loadPlan(readPlanChoice(new URLSearchParams(text("plan"))));
  const { actor, clinic, doctorIds } = loaded;
  const contact = asksWho(loaded) ? postedContact(form) : undefined;
  const checked = contact && parseInput(z.object({ contact: planContactSchema }), { contact });
  if (checked && !checked.ok) return answerRefusal(previous, form, checked.refusal, clinic);

  const email = actor.kind === "guest" ? checked?.value.contact.email : undefined;
  const tooMany = email && (await takeGuestTurn(await currentVisitor(), email));
  if (tooMany) return answerRefusal(previous, form, tooMany, clinic);
  const made = await createPlan(actor, {
    ...planInput(loaded),
    choices: unpackVisits(text("visits"), doctorIds),
    contact,
    key: text("key"),
  });
  if (made.ok) {
    const { id, token, changed } = made.value;
    if (token && actor.kind === "guest") {
      await keepLinkToken("plan", token);
      await keepMadePlan(token);
    }
    redirect(`/plans/done/${id}${changed.length > 0 ? `?changed=${changed.join(".")}` : ""}`);
  }
  if (email) await giveBackGuestTurn(email);
  return answerRefused(previous, form, made.refusal, loaded);
}

async function answerRefused(
  previous: FormState,
  form: FormData,
  refused: Refusal,
  { choice, clinic }: LoadedPlan,
): Promise<FormState> {
  const isAboutContact = refused.errors?.some(({ path }) => form.has(path));
  if (isAboutContact) return answerRefusal(previous, form, refused, clinic);
  // Everything else was asked for on earlier pages, which say what is wrong with it.
  if (refused.code === "VALIDATION") redirect(planHref("/plans/setup", choice, { check: "1" }));
  if (refused.code === "NOT_OFFERED") redirect(planHref("/plans/preview", choice));
  const [t, words, format] = await Promise.all([
    getTranslations("plans.checkout"),
    getTranslations("refusal"),
    getFormatter(),
  ]);
  const next = [{ href: planHref("/plans/preview", choice), label: t("lookAgain") }];
  const said = refusalWords(refused, words, format, clinic);
  return answerForm(previous, form, { refusal: { code: refused.code, ...said, next } });
}
