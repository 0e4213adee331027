"use server";

import type { FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { answerMove } from "../../../_move/answer-move.ts";
import { currentClinic } from "../../../_shell/current-clinic.ts";
import { linkedAppointment } from "../linked-appointment.ts";

/** Moves what the mailed link opened, and nothing that the form might name. */
export async function moveByLink(previous: FormState, form: FormData): Promise<FormState> {
  const clinic = await currentClinic();
  const linked = await linkedAppointment();
  if (!linked) return answerRefusal(previous, form, refusal("NOT_FOUND"), clinic);
  const { guest: actor, appointment } = linked;
  const pages = { path: () => "/appointment/move", done: () => "/appointment?done=moved" };
  return answerMove({ actor, id: appointment.id, clinic, ...pages }, previous, form);
}
