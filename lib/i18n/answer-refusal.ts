import { getFormatter, getTranslations } from "next-intl/server";
import { answerForm, type FormState } from "#lib/form-state.ts";
import type { Refusal } from "#lib/scheduling/refusal.ts";
import { type RefusalPlace, refusalFieldErrors, refusalWords } from "./refusal-words.ts";

/**
 * The state of a form whose command was refused: what was typed is kept, bad fields are marked, and where the form
 * has no such field (or the reason is not in a field) the refusal stands above it. For server actions.
 */
export async function answerRefusal(
  previous: FormState,
  form: FormData,
  refusal: Refusal,
  place: RefusalPlace,
): Promise<FormState> {
  const [t, format] = await Promise.all([getTranslations("refusal"), getFormatter()]);
  const fieldErrors = refusalFieldErrors(refusal, t);
  const marked = Object.keys(fieldErrors).some((field) => form.has(field));
  if (marked) return answerForm(previous, form, { fieldErrors });
  return answerForm(previous, form, { refusal: { code: refusal.code, ...refusalWords(refusal, t, format, place) } });
}
