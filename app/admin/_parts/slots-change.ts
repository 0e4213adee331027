import "server-only";
import { getTranslations } from "next-intl/server";
import { answerForm, type FormState } from "#lib/form-state.ts";
import type { ConcernedAppointment, SlotsRegenerated } from "#lib/scheduling/view.ts";

/** A form's state after the slots followed a change, with the appointments that are not covered any more. */
export interface SlotsFormState extends FormState {
  concerned?: ConcernedAppointment[];
}

interface Answer {
  slots: SlotsRegenerated;
  /** What was done, before what became of the slots. */
  message?: string;
  values?: FormState["values"];
}

/** It worked: says so, and what became of the slots. For server actions. */
export async function answerSlots(previous: FormState, form: FormData, answer: Answer): Promise<SlotsFormState> {
  const { slots, values } = answer;
  const message = [answer.message, await slotsWords(slots)].filter(Boolean).join(" ");
  return { ...answerForm(previous, form, values ? { message, values } : { message }), concerned: slots.appointments };
}

async function slotsWords({ created, dropped, reopened }: SlotsRegenerated): Promise<string> {
  const t = await getTranslations("slotsChange");
  if (created + dropped + reopened === 0) return t("none");
  return t("done", { created, dropped, reopened }).trim();
}
