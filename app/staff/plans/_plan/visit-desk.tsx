import { useTranslations } from "next-intl";
import { planPlace } from "#app/_desk/plan-steps.ts";
import { DeskResult } from "#components/scheduling/desk.tsx";
import { DeskForm } from "#components/scheduling/desk-form.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { PlanView, VisitView } from "#lib/scheduling/plan-view.ts";
import { ReasonedStep } from "./reasoned-step.tsx";

interface VisitDeskProps {
  plan: PlanView;
  visit: VisitView;
}

const off = ["skip", "cancel"] as const;

/** What the desk can do about a visit, its appointment included. */
export function VisitActs({ plan, visit }: VisitDeskProps) {
  const t = useTranslations("planDesk.visit");
  const { appointment, sequence, actions } = visit;
  const steps = off.filter((act) => actions.includes(act));
  const of = <span className="sr-only">: {t("name", { sequence })}</span>;
  return (
    <div className="grid gap-4">
      {appointment && (
        <div className="flex flex-wrap gap-2">
          <ButtonLink href={`/staff/appointments/${appointment.id}`} size="sm" className="max-md:min-h-11">
            {t("open")}
            {of}
          </ButtonLink>
          {actions.includes("move") && (
            <ButtonLink href={`/staff/appointments/${appointment.id}/move`} size="sm" className="max-md:min-h-11">
              {t("move")}
              {of}
            </ButtonLink>
          )}
        </div>
      )}
      {steps.length > 0 && (
        <div className="border-s-3 border-brick ps-4">
          <ReasonedStep
            plan={plan}
            sequence={sequence}
            steps={steps.map((act) => ({
              to: `${act}_visit`,
              variant: act === "skip" ? "secondary" : "danger",
              label: (
                <>
                  {t(act)}
                  {of}
                </>
              ),
            }))}
            label={t("reason")}
            hint={t(appointment?.isLate ? "reasonLate" : "reasonHint")}
            isAsked={appointment?.isLate ?? false}
            pendingLabel={t("sending")}
          />
        </div>
      )}
    </div>
  );
}

/** What stands beneath a visit's line in any case: finding it a place, and what came of the last press. */
export function VisitBelow({ plan, visit: { sequence, actions } }: VisitDeskProps) {
  const t = useTranslations("planDesk.visit");
  const of = <span className="sr-only">: {t("name", { sequence })}</span>;
  const inset = "ps-20 pe-3 md:ps-11";
  return (
    <>
      {actions.includes("place") && (
        <div className={`flex flex-wrap gap-2 pb-3 ${inset}`} data-print="hide">
          <DeskForm appointment={plan}>
            <input type="hidden" name="sequence" value={sequence} />
            <SubmitButton
              name="to"
              value="place_visit"
              variant="secondary"
              size="sm"
              pendingLabel={t("placing")}
              className="max-md:min-h-11"
            >
              {t("place")}
              {of}
            </SubmitButton>
          </DeskForm>
          <ButtonLink
            href={`/staff/plans/${plan.id}/visits/${sequence}`}
            variant="quiet"
            size="sm"
            className="max-md:min-h-11"
          >
            {t("choose")}
            {of}
          </ButtonLink>
        </div>
      )}
      <DeskResult of={planPlace(plan.id, sequence)} className={`pb-4 ${inset}`} />
    </>
  );
}
