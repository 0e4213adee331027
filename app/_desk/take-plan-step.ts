import "server-only";
import { refresh } from "next/cache";
import { getFormatter, getTranslations } from "next-intl/server";
import type { DeskState, Done } from "#components/scheduling/desk-state.ts";
import { hasPlace } from "#components/scheduling/plan-visits.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { visitReasonWords } from "#lib/i18n/visit-reason-words.ts";
import { type Result, refuse } from "#lib/result.ts";
import type { PlanView } from "#lib/scheduling/plan-view.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { cancelPlan } from "#lib/scheduling/server/plans/cancel-plan.ts";
import { cancelVisit } from "#lib/scheduling/server/plans/cancel-visit.ts";
import { confirmVisits } from "#lib/scheduling/server/plans/confirm-visits.ts";
import { findPlan } from "#lib/scheduling/server/plans/find-plan.ts";
import { pausePlan } from "#lib/scheduling/server/plans/pause-plan.ts";
import { placeVisit } from "#lib/scheduling/server/plans/place-visit.ts";
import { resumePlan } from "#lib/scheduling/server/plans/resume-plan.ts";
import { setPaymentStatus } from "#lib/scheduling/server/plans/set-payment-status.ts";
import { skipVisit } from "#lib/scheduling/server/plans/skip-visit.ts";
import { isPlanStep, type PlanStep, planPlace } from "./plan-steps.ts";

/** One press on a care plan or one of its visits: the form's wish → its command → an answer in words. */
export async function takePlanStep(actor: Actor, previous: DeskState, form: FormData): Promise<DeskState> {
  const { id = "", version, sequence, reason, to, position } = textsOf(form);
  const step = isPlanStep(to) ? to : null;
  const result: Result<unknown> = step
    ? await commandFor(step, actor, { id, version, sequence, reason })
    : refuse(refusal("VALIDATION"));
  const found = await findPlan(actor, { id });
  const plan = found.ok ? found.value : null;
  // After a refusal too: it mostly means that the page was older than the plan.
  refresh();
  const outcome =
    result.ok && step
      ? await said(step, plan, Number(sequence), result.value)
      : {
          refused: result.ok ? refusal("VALIDATION") : result.refusal,
          wish: { to: to ?? "", reason: reason ?? "" },
          timeZone: plan?.timeZone ?? "UTC",
          about: null,
        };
  return {
    answer: { appointmentId: planPlace(id, sequence), position: Number(position) || 0, outcome },
    attempt: previous.attempt + 1,
  };
}

type Wish = Record<"id" | "version" | "sequence" | "reason", string | undefined>;

function commandFor(step: PlanStep, actor: Actor, { id, version, sequence, reason }: Wish): Promise<Result<unknown>> {
  switch (step) {
    case "pause":
      return pausePlan(actor, { id, version, reason });
    case "resume":
      return resumePlan(actor, { id, version, reason });
    case "cancel_plan":
      return cancelPlan(actor, { id, version, reason });
    case "confirm_visits":
      return confirmVisits(actor, { id });
    case "place_visit":
      return placeVisit(actor, { id, sequence });
    case "skip_visit":
      return skipVisit(actor, { id, sequence, reason });
    case "cancel_visit":
      return cancelVisit(actor, { id, sequence, reason });
    default:
      return setPaymentStatus(actor, { id, paymentStatus: step });
  }
}

function textsOf(form: FormData): Partial<Record<string, string>> {
  return Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}

async function said(step: PlanStep, plan: PlanView | null, sequence: number, value: unknown): Promise<Done> {
  const [t, reasons, format] = await Promise.all([
    getTranslations("planDesk.done"),
    getTranslations("plan.reason"),
    getFormatter(),
  ]);
  const visit = plan?.visits.find((each) => each.sequence === sequence);
  const place = visit && hasPlace(visit) ? visit.appointment : null;
  const why = step === "place_visit" && !place && visit?.reason ? visitReasonWords(visit.reason, reasons) : null;
  if (why !== null) return { done: t("no_place", { sequence, why }), isInVain: true };
  return {
    done: t(step, {
      told: plan?.person.email ? "yes" : "no",
      name: plan?.person.name ?? "",
      sequence,
      count: isConfirmation(value) ? value.confirmed.length : 0,
      unplaced: plan?.visitCounts.unplaced ?? 0,
      moment: place && plan ? format.dateTime(place.startsAt, "moment", { timeZone: plan.timeZone }) : "",
      doctor: place?.doctor.name ?? "",
    }),
  };
}

function isConfirmation(value: unknown): value is { confirmed: number[] } {
  return typeof value === "object" && value !== null && "confirmed" in value;
}
