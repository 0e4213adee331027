"use server";

import { refresh } from "next/cache";
import { getFormatter, getTranslations } from "next-intl/server";
import { answerForm, type FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { resizeAppointment } from "#lib/scheduling/server/appointments/resize-appointment.ts";
import { setVideoLink } from "#lib/scheduling/server/appointments/set-video-link.ts";
import { deskClinic } from "../desk-clinic.ts";

/** An appointment lasts shorter or longer; the form stands on its page in the doctor's workspace and at the desk. */
export async function changeLength(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await deskClinic(form);
  const { id, version, endsAt, lengthReason } = Object.fromEntries(form);
  const result = await resizeAppointment(actor, { id, version, endsAt, reason: lengthReason });
  // After a refusal too: it mostly means that the page was older than the appointment.
  refresh();
  if (!result.ok) {
    const { refusal } = result;
    const errors = refusal.errors?.map((one) => (one.path === "reason" ? { ...one, path: "lengthReason" } : one));
    return answerRefusal(previous, form, { ...refusal, errors }, clinic);
  }
  const [t, format] = await Promise.all([getTranslations("desk.length"), getFormatter()]);
  const end = format.dateTime(result.value.endsAt, "time", { timeZone: clinic.timeZone });
  return answerForm(previous, form, { values: {}, message: t("done", { end }) });
}

/** Where a visit by video takes place: in a room of its own, or in its doctor's usual one. */
export async function changeVideoLink(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await deskClinic(form);
  const { id, version, videoUrl } = Object.fromEntries(form);
  const result = await setVideoLink(actor, { id, version, videoUrl });
  refresh();
  if (!result.ok) return answerRefusal(previous, form, result.refusal, clinic);
  const t = await getTranslations("desk.video");
  return answerForm(previous, form, { message: t("done") });
}
