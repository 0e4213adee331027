"use server";

import { redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { requireActor } from "#lib/auth/session.ts";
import { answerForm, type FormState, formValues } from "#lib/form-state.ts";
import { refusalFieldErrors, refusalWords } from "#lib/i18n/refusal-words.ts";
import { answersIn } from "#lib/scheduling/questions.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";
import { bookBundle } from "#lib/scheduling/server/booking/book-bundle.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import { severalHref } from "../asked-items.ts";
import { loadSeveral } from "../load-bundle.ts";

/** Books all of them, or none and says why. */
export async function bookSeveral(previous: FormState, form: FormData): Promise<FormState> {
  const [service, doctor] = [form.getAll("service").map(String), form.getAll("doctor").map(String)];
  const startsAt = String(form.get("instead") ?? form.get("startsAt") ?? "");
  const { clinic, asked, wishes } = await loadSeveral({ service, doctor, startsAt });
  const actor = await requireActor(severalHref("/book/several/check", asked));
  const items = wishes.map((wish, at) => ({ ...wish, answers: answersIn(form, String(at)) }));
  const notes = form.get("notes") ?? undefined;
  const result = await bookBundle(actor, { clinicId: clinic.id, items, startsAt, notes });
  if (!result.ok) return answerRefused(previous, form, result.refusal, clinic);
  redirect(`/book/several/done/${result.value.bundleId}`);
}

async function answerRefused(
  previous: FormState,
  form: FormData,
  refused: Refusal,
  clinic: ClinicView,
): Promise<FormState> {
  const [t, words, format] = await Promise.all([
    getTranslations("several.check"),
    getTranslations("refusal"),
    getFormatter(),
  ]);
  const fieldErrors = refusalFieldErrors(refused, words);
  if (Object.keys(fieldErrors).some((field) => /^(notes|answers\.)/.test(field)))
    return answerForm(previous, form, { fieldErrors });
  const { title, message } = refusalWords(refused, words, format, clinic);
  const { service } = refused.detail;
  const times = (refused.alternatives ?? []).map((other) => other.startsAt).toSorted((a, b) => a - b);
  return answerForm(previous, form, {
    values: { ...formValues(form), alternatives: times.map(String) },
    refusal: {
      code: refused.code,
      title: service && times.length > 0 ? t("gone", { service: String(service) }) : title,
      message: times.length > 0 ? `${message} ${t("kept")}` : message,
    },
  });
}
