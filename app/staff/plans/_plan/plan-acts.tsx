import { useTranslations } from "next-intl";
import { DeskResult } from "#components/scheduling/desk.tsx";
import { DeskForm } from "#components/scheduling/desk-form.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { PlanView } from "#lib/scheduling/plan-view.ts";
import { ReasonedStep } from "./reasoned-step.tsx";
import { StepDetails } from "./step-details.tsx";

/** What can be done with the plan as a whole; what usually comes next stands first. */
export function PlanActs({ plan }: { plan: PlanView }) {
  const t = useTranslations("planDesk.acts");
  const { id, toConfirm, actions, status } = plan;
  const canConfirm = toConfirm > 0;
  const isOver = actions.length === 0 && !canConfirm;
  return (
    <section aria-labelledby="steps" className="grid content-start gap-4" data-print="hide">
      <h2 id="steps" className="border-b border-line pb-3 text-xl">
        {t("title")}
      </h2>
      <DeskResult of={id} />
      {isOver && <p className="text-ink-muted">{t(status === "cancelled" ? "cancelledPlan" : "over")}</p>}
      <div className="flex flex-wrap items-start gap-2">
        {canConfirm && (
          <Press plan={plan} to="confirm_visits" variant="primary" pendingLabel={t("confirming")}>
            {t("confirm", { count: toConfirm })}
          </Press>
        )}
        {actions.includes("resume") && (
          <Press plan={plan} to="resume" variant={canConfirm ? "secondary" : "primary"} pendingLabel={t("resuming")}>
            {t("resume")}
          </Press>
        )}
        {actions.includes("pause") && (
          <Press plan={plan} to="pause" variant="secondary" pendingLabel={t("pausing")}>
            {t("pause")}
          </Press>
        )}
        {actions.includes("cancel") && (
          <StepDetails place={id} steps={["cancel_plan"]} className="open:order-last open:basis-full">
            <summary className={`${buttonClass({ variant: "quiet" })} text-ink-muted!`}>{t("cancelOpen")}</summary>
            <div className="mt-3 border-s-3 border-brick ps-4 pb-1">
              <ReasonedStep
                plan={plan}
                steps={[{ to: "cancel_plan", label: t("cancel"), variant: "danger" }]}
                label={t("reason")}
                hint={t("cancelHint")}
                pendingLabel={t("sending")}
              />
            </div>
          </StepDetails>
        )}
      </div>
      {actions.includes("pause") && <p className="text-md text-ink-muted">{t("pauseHint")}</p>}
      {actions.includes("resume") && <p className="text-md text-ink-muted">{t("resumeHint")}</p>}
    </section>
  );
}

interface PressProps extends Pick<React.ComponentProps<typeof SubmitButton>, "variant" | "pendingLabel" | "children"> {
  plan: PlanView;
  to: string;
}

function Press({ plan, to, variant = "secondary", pendingLabel, children }: PressProps) {
  return (
    <DeskForm appointment={plan}>
      <SubmitButton name="to" value={to} variant={variant} {...(pendingLabel && { pendingLabel })}>
        {children}
      </SubmitButton>
    </DeskForm>
  );
}
