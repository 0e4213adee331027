import { useTranslations } from "next-intl";
import { ActionForm } from "#components/ui/action-form.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { PlanSummary } from "#lib/scheduling/plan-view.ts";
import { addToAccount } from "./actions.ts";

/** Plans that were bought with the reader's own address, and are added to their account only when they say so. */
export function LinkNotice({ plans }: { plans: Pick<PlanSummary, "id" | "number" | "service">[] }) {
  const t = useTranslations("planPortal.link");
  if (plans.length === 0) return null;
  return (
    <div className="grid gap-4 pb-6">
      {plans.map(({ id, number, service }) => {
        const words = { service: service.name, number };
        return (
          <Notice key={id} tone="info" title={t("title")}>
            <p>{t("text", words)}</p>
            <ActionForm action={addToAccount} className="mt-3 grid gap-3">
              <input type="hidden" name="id" value={id} />
              <div>
                <SubmitButton size="sm" variant="secondary" className="min-h-11" pendingLabel={t("pending")}>
                  {t("submit")}
                  <span className="sr-only"> {t("of", words)}</span>
                </SubmitButton>
              </div>
            </ActionForm>
          </Notice>
        );
      })}
    </div>
  );
}
