import "server-only";
import { redirect } from "next/navigation";
import type { PlanAct, VisitAct } from "#components/scheduling/plan-hrefs.ts";
import { hasPlace } from "#components/scheduling/plan-visits.ts";
import type { Actor, GuestActor } from "#lib/auth/actor.ts";
import type { FormState } from "#lib/form-state.ts";
import { answerRefusal } from "#lib/i18n/answer-refusal.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { cancelPlan } from "#lib/scheduling/server/plans/cancel-plan.ts";
import { cancelVisit } from "#lib/scheduling/server/plans/cancel-visit.ts";
import { findPlan } from "#lib/scheduling/server/plans/find-plan.ts";
import { pausePlan } from "#lib/scheduling/server/plans/pause-plan.ts";
import { resumePlan } from "#lib/scheduling/server/plans/resume-plan.ts";
import { skipVisit } from "#lib/scheduling/server/plans/skip-visit.ts";
import { answerMove } from "../_move/answer-move.ts";
import { currentClinic } from "../_shell/current-clinic.ts";

export interface PlanHolder {
  actor: Actor | GuestActor;
  /** The plan. */
  id: string;
  /** The plan's own page. */
  home: string;
}

const planCommands = { pause: pausePlan, resume: resumePlan, cancel: cancelPlan };
const planDone = { pause: "paused", resume: "resumed", cancel: "plan-cancelled" };
const visitCommands = { cancel: cancelVisit, skip: skipVisit };
const visitDone = { cancel: "cancelled", skip: "skipped" };

/** One posted step of a whole plan: done and back to its page, or the form again with the reason. For server actions. */
export async function takePlanStep(
  act: PlanAct,
  holder: PlanHolder | null,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  if (!holder) return unknownPlan(previous, form);
  const { actor, id, home } = holder;
  const result = await planCommands[act](actor, { id, version: form.get("version"), reason: reasonIn(form) });
  if (!result.ok) return answerRefusal(previous, form, result.refusal, await currentClinic());
  redirect(`${home}?done=${planDone[act]}`);
}

/** One posted step of a visit. */
export async function takeVisitStep(
  act: Exclude<VisitAct, "move">,
  holder: PlanHolder | null,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  if (!holder) return unknownPlan(previous, form);
  const { actor, id, home } = holder;
  const wish = { id, sequence: form.get("sequence"), reason: reasonIn(form) };
  const result = await visitCommands[act](actor, wish);
  if (!result.ok) return answerRefusal(previous, form, result.refusal, await currentClinic());
  redirect(`${home}?done=${visitDone[act]}`);
}

/** A visit's new time. The form names its appointment, which has to be one of the plan's. */
export async function takeVisitMove(
  holder: PlanHolder | null,
  previous: FormState,
  form: FormData,
): Promise<FormState> {
  const plan = holder && (await findPlan(holder.actor, { id: holder.id }));
  const visit = plan?.ok
    ? plan.value.visits.filter(hasPlace).find(({ appointment }) => appointment.id === form.get("id"))
    : undefined;
  if (!holder || !visit) return unknownPlan(previous, form);
  const { actor, home } = holder;
  const { sequence, appointment } = visit;
  const pages = { path: () => `${home}/visits/${sequence}/move`, done: () => `${home}?done=moved` };
  const clinic = await currentClinic();
  return answerMove({ actor, id: appointment.id, as: "patient", clinic, ...pages }, previous, form);
}

/** Not every step asks for one. */
function reasonIn(form: FormData): FormDataEntryValue | undefined {
  return form.get("reason") ?? undefined;
}

async function unknownPlan(previous: FormState, form: FormData): Promise<FormState> {
  return answerRefusal(previous, form, refusal("NOT_FOUND"), await currentClinic());
}
