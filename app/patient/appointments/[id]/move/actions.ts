"use server";

import { requireActor } from "#lib/auth/session.ts";
import type { FormState } from "#lib/form-state.ts";
import { answerMove } from "../../../../_move/answer-move.ts";
import { currentClinic } from "../../../../_shell/current-clinic.ts";

export async function move(previous: FormState, form: FormData): Promise<FormState> {
  const [actor, clinic] = await Promise.all([requireActor(), currentClinic()]);
  const pages = (id: string) => `/patient/appointments/${encodeURIComponent(id)}`;
  const path = (id: string) => `${pages(id)}/move`;
  const done = (id: string) => `${pages(id)}?done=moved`;
  return answerMove({ actor, as: "patient", clinic, path, done }, previous, form);
}
