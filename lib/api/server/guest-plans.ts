import "server-only";
import { z } from "zod";
import { guestByPlanLink } from "#lib/auth/guest.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { refusal } from "#lib/scheduling/refusal.ts";
import { requestPlanLink } from "#lib/scheduling/server/plans/request-plan-link.ts";
import { exampleIds, exampleVisitStart } from "../examples.ts";
import { textField } from "../fields.ts";
import { plan } from "../resources/plan.ts";
import { endpoint } from "./call.ts";
import {
  moveBody,
  moveRefusals,
  moveVisit,
  type PlanAct,
  type PlanAnswer,
  type PlanHolder,
  planStepBody,
  planStepRefusals,
  planStepTexts,
  readPlan,
  sequenceField,
  takePlanStep,
  takeVisitStep,
  type VisitAct,
  visitStepBody,
  visitStepRefusals,
  visitStepTexts,
} from "./plan-steps.ts";

const tag = "Care plans";
const token = z
  .string()
  .regex(/^[\w-]{43}$/)
  .meta({ description: "Of the link that the guest was mailed" });
const byToken = z.strictObject({ token });
const byVisit = z.strictObject({ token, sequence: sequenceField });
const guessable = { audience: "anybody", limit: "guessing" } as const;

/** Unknown, outdated and replaced links are one and the same. */
async function withPlan(
  link: string,
  work: (holder: PlanHolder) => Promise<Result<PlanAnswer>>,
): Promise<Result<PlanAnswer>> {
  const actor = await guestByPlanLink(link);
  return actor?.subscriptionId ? work({ actor, id: actor.subscriptionId }) : refuse(refusal("NOT_FOUND"));
}

export const requestPlanLinkEndpoint = endpoint({
  id: "requestPlanLink",
  method: "POST",
  path: "/guest/subscriptions/access",
  tag,
  summary: "Mails the link of a guest's plan again",
  description:
    "Where number and address belong together; the link before opens nothing any more. The answer is the same either way.",
  ...guessable,
  body: z.strictObject({ number: textField(30), email: z.email("email").max(254, "too_long") }),
  status: 202,
  answer: z.strictObject({ message: z.literal("If they belong together, the link is on its way.") }),
  example: { as: "visitor", body: { number: "SUB-20270301-7K3M9Q", email: "robin.marsh@example.test" } },
  handle: async ({ body, visitor }) => {
    const asked = await requestPlanLink(body, visitor.address);
    return asked.ok ? ok({ message: "If they belong together, the link is on its way." } as const) : asked;
  },
});

export const getGuestPlanEndpoint = endpoint({
  id: "getGuestPlan",
  method: "GET",
  path: "/guest/subscriptions/{token}",
  tag,
  summary: "Reads a guest's plan with its visits",
  ...guessable,
  params: byToken,
  status: 200,
  answer: plan,
  example: { as: "visitor", params: { token: exampleIds.planToken } },
  handle: ({ params }) => withPlan(params.token, readPlan),
});

function planStep(act: PlanAct) {
  return endpoint({
    id: `${act}GuestPlan`,
    method: "POST",
    path: `/guest/subscriptions/{token}/${act}`,
    tag,
    ...planStepTexts[act],
    ...guessable,
    params: byToken,
    body: planStepBody,
    status: 200,
    answer: plan,
    refusals: planStepRefusals,
    example: {
      as: "visitor",
      params: { token: act === "resume" ? exampleIds.pausedPlanToken : exampleIds.planToken },
      body: { reason: "Away for the summer" },
    },
    handle: ({ params, body }) => withPlan(params.token, (holder) => takePlanStep(act, holder, body)),
  });
}

export const pauseGuestPlanEndpoint = planStep("pause");
export const resumeGuestPlanEndpoint = planStep("resume");
export const cancelGuestPlanEndpoint = planStep("cancel");

function visitStep(act: VisitAct) {
  return endpoint({
    id: `${act}GuestVisit`,
    method: "POST",
    path: `/guest/subscriptions/{token}/visits/{sequence}/${act}`,
    tag,
    ...visitStepTexts[act],
    ...guessable,
    params: byVisit,
    body: visitStepBody,
    status: 200,
    answer: plan,
    refusals: visitStepRefusals,
    example: {
      as: "visitor",
      params: { token: exampleIds.planToken, sequence: 1 },
      body: { reason: "Away that week" },
    },
    handle: ({ params: { token: link, sequence }, body }) =>
      withPlan(link, (holder) => takeVisitStep(act, holder, sequence, body)),
  });
}

export const cancelGuestVisitEndpoint = visitStep("cancel");
export const skipGuestVisitEndpoint = visitStep("skip");

export const moveGuestVisitEndpoint = endpoint({
  id: "rescheduleGuestVisit",
  method: "POST",
  path: "/guest/subscriptions/{token}/visits/{sequence}/reschedule",
  tag,
  summary: "Gives one visit another time",
  description: "As an appointment is moved: it keeps its old place until it has the new one.",
  ...guessable,
  params: byVisit,
  body: moveBody,
  status: 200,
  answer: plan,
  refusals: moveRefusals,
  example: {
    as: "visitor",
    params: { token: exampleIds.planToken, sequence: 1 },
    body: { startsAt: exampleVisitStart, doctor: "any" },
  },
  handle: ({ params: { token: link, sequence }, body }) =>
    withPlan(link, (holder) => moveVisit(holder, sequence, body)),
});

export const guestPlanEndpoints = [
  requestPlanLinkEndpoint,
  getGuestPlanEndpoint,
  pauseGuestPlanEndpoint,
  resumeGuestPlanEndpoint,
  cancelGuestPlanEndpoint,
  cancelGuestVisitEndpoint,
  skipGuestVisitEndpoint,
  moveGuestVisitEndpoint,
];
