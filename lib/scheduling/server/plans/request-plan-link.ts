import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import { takeTurn } from "#lib/auth/throttle.ts";
import { issueToken } from "#lib/auth/tokens.ts";
import { db } from "#lib/db/client.ts";
import { inTransaction } from "#lib/db/transaction.ts";
import { ok, type Result, refuse } from "#lib/result.ts";
import { planLinkSchema } from "../../plan-schema.ts";
import { refusal } from "../../refusal.ts";
import { parseInput } from "../parse-input.ts";
import { queuePlanMail } from "./plan-mails.ts";
import { planColumns } from "./plan-records.ts";
import { planFacts } from "./tell-of-change.ts";

const perAddress = { name: "plan link by address", max: 10, windowMinutes: 60 };
const perPlan = { name: "plan link by number", max: 3, windowMinutes: 60 };
const yearInMinutes = 366 * 24 * 60;

/**
 * Mails the link of a plan again where number and e-mail address belong together; the one before opens nothing any
 * more. The answer is the same either way, and comes no sooner.
 * @param clientAddress of whoever asks
 */
export async function requestPlanLink(input: unknown, clientAddress: string): Promise<Result<null>> {
  const parsed = parseInput(planLinkSchema, input);
  if (!parsed.ok) return parsed;
  const { number, email } = parsed.value;
  const wait = (await takeTurn(perAddress, clientAddress)) ?? (await takeTurn(perPlan, `${number} ${email}`));
  if (wait !== null) return refuse(refusal("RATE_LIMITED", { retryAfterSeconds: wait }));
  const plan = await db.subscription.findFirst({ where: { number, contactEmail: email }, select: planColumns });
  // One that belongs to an account is opened by signing in.
  if (!plan || plan.patientId) return ok(null);
  await inTransaction(async (tx) => {
    const token = await issueToken(tx, "subscription", plan.id, yearInMinutes);
    const reader = { name: plan.contactName ?? "", email, locale: plan.contactLocale ?? plan.clinic.locale, token };
    await queuePlanMail(tx, "plan_link", plan, reader, planFacts(plan));
    await recordAudit(tx, {
      clinicId: plan.clinicId,
      actor: "visitor",
      action: "plan.link_sent",
      subjectType: "subscription",
      subjectId: plan.id,
    });
  });
  return ok(null);
}
