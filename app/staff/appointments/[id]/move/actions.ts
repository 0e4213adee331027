"use server";

import { answerMove } from "#app/_move/answer-move.ts";
import type { FormState } from "#lib/form-state.ts";
import { staffClinic } from "../../../_shell/staff-clinic.ts";

export async function moveAny(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await staffClinic();
  const here = (id: string) => `/staff/appointments/${encodeURIComponent(id)}`;
  const pages = { path: (id: string) => `${here(id)}/move`, done: (id: string) => `${here(id)}?done=moved` };
  return answerMove({ actor, clinic, ...pages }, previous, form);
}
