"use server";

import { answerMove } from "#app/_move/answer-move.ts";
import type { FormState } from "#lib/form-state.ts";
import { doctorClinic } from "../../../_shell/doctor-clinic.ts";

export async function moveOwn(previous: FormState, form: FormData): Promise<FormState> {
  const { actor, clinic } = await doctorClinic();
  const here = (id: string) => `/doctor/appointments/${encodeURIComponent(id)}`;
  const pages = { path: (id: string) => `${here(id)}/move`, done: (id: string) => `${here(id)}?done=moved` };
  return answerMove({ actor, clinic, ...pages }, previous, form);
}
