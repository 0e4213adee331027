import "server-only";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { Actor } from "#lib/auth/actor.ts";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { updateAppointment } from "#lib/scheduling/server/appointments/update-appointment.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";

/** Keeps what the team says about an appointment; the command decides whether they may. */
export async function saveRemarks(
  { actor, clinic }: { actor: Actor; clinic: ClinicView },
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const { id, version, internalNotes } = Object.fromEntries(form);
  const result = await updateAppointment(actor, { id, version, internalNotes, urgent: form.has("urgent") });
  // After a refusal too: it mostly means that the page was older than the appointment.
  refresh();
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  const t = await getTranslations("desk.remarks");
  return answerForm(previous, form, { message: t("saved") });
}
