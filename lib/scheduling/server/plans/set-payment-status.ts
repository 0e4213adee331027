import "server-only";
import { recordAudit } from "#lib/audit/server/record.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { type Clock, databaseClock } from "#lib/clock.ts";
import type { Result } from "#lib/result.ts";
import { paymentStatusSchema } from "../../plan-schema.ts";
import type { PaymentStatus } from "../../plan-view.ts";
import { refusal } from "../../refusal.ts";
import { parseInput } from "../parse-input.ts";
import { changePlan, demand } from "./change-plan.ts";

/** Notes that a plan is paid, unpaid or refunded. For staff. */
export async function setPaymentStatus(
  actor: Actor,
  input: unknown,
  clock: Clock = databaseClock,
): Promise<Result<{ paymentStatus: PaymentStatus }>> {
  const parsed = parseInput(paymentStatusSchema, input);
  if (!parsed.ok) return parsed;
  const { id, paymentStatus } = parsed.value;
  return changePlan(
    actor,
    {
      id,
      change: async ({ tx, plan, party }) => {
        demand(party === "staff" ? null : refusal("NOT_FOUND"));
        if (plan.paymentStatus === paymentStatus) return { paymentStatus };
        await tx.$executeRaw`
          UPDATE subscription SET payment_status = ${paymentStatus}::payment_status, version = version + 1,
            updated_at = now() WHERE id = ${id}::uuid`;
        await recordAudit(tx, {
          clinicId: plan.clinicId,
          actor,
          action: "plan.payment_set",
          subjectType: "subscription",
          subjectId: id,
          detail: { from: plan.paymentStatus, to: paymentStatus },
        });
        return { paymentStatus };
      },
    },
    clock,
  );
}
