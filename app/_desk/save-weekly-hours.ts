import "server-only";
import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { renameFields } from "#app/admin/_shell/rename-fields.ts";
import {
  editWeek,
  fieldAt,
  hoursOf,
  readEdit,
  readWeek,
  typedWeek,
  weekValues,
} from "#components/scheduling/week-form/week.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { answerForm, type FormState, formValues } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { asBusinessHours } from "#lib/scheduling/hours.ts";
import { replaceWeeklyHours } from "#lib/scheduling/server/replace-weekly-hours.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";

interface Desk {
  actor: Actor;
  clinic: ClinicView;
  /** As posted or known; the command decides whether it may be. */
  doctorId: unknown;
}

/** Saves a doctor's week, or without JavaScript answers the press of one of the form's other buttons. */
export async function saveWeeklyHours(
  { actor, clinic, doctorId }: Desk,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const week = readWeek(formValues(form));
  const edit = readEdit(String(form.get("intent")), (name) => form.getAll(name).map(String));
  if (edit) return answerForm(previous, form, { values: weekValues(editWeek(week, edit)) });

  const { hours, places } = hoursOf(week);
  const weekly = hours.map(({ dayOfWeek, openTime, closeTime }) => ({
    dayOfWeek,
    startTime: openTime,
    endTime: closeTime,
  }));
  const result = await replaceWeeklyHours(actor, { clinicId: clinic.id, doctorId, hours: weekly });
  if (!result.ok) {
    const refused = renameFields(result.refusal, (path) => fieldAt(path, places));
    return answerRefusal(previous, form, refused, clinic);
  }
  revalidatePath("/", "layout");
  const t = await getTranslations("doctorHours");
  const saved = typedWeek(asBusinessHours(result.value));
  return answerForm(previous, form, { values: weekValues(saved), message: t("saved") });
}
