import { useTranslations } from "next-intl";
import { DeskForm } from "#components/scheduling/desk-form.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { PaymentStatus, PlanView } from "#lib/scheduling/plan-view.ts";
import { PaymentMark } from "./payment-mark.tsx";

const others: readonly PaymentStatus[] = ["unpaid", "paid", "refunded"];

/** Whether the plan is paid, and the other two by one press. */
export function PaymentPress({ plan }: { plan: PlanView }) {
  const t = useTranslations("planDesk.payment");
  return (
    <div className="grid gap-2">
      <PaymentMark status={plan.paymentStatus} />
      <DeskForm appointment={plan} className="flex flex-wrap gap-2" data-print="hide">
        {others
          .filter((status) => status !== plan.paymentStatus)
          .map((status) => (
            <SubmitButton
              key={status}
              name="to"
              value={status}
              variant="secondary"
              size="sm"
              pendingLabel={t("saving")}
              className="max-md:min-h-11 max-md:px-4"
            >
              {t(status)}
            </SubmitButton>
          ))}
      </DeskForm>
    </div>
  );
}
