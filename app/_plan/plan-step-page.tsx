import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PhoneLink } from "#components/scheduling/phone-link.tsx";
import type { PlanAct, PlanHrefs } from "#components/scheduling/plan-hrefs.ts";
import { isAhead, stillDue } from "#components/scheduling/plan-visits.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { FormTextareaField } from "#components/ui/form-fields.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/form-state.ts";
import type { PlanView } from "#lib/scheduling/plan-view.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import { type EpochMs, localDateOf } from "#lib/time.ts";
import { VisitDays } from "./visit-days.tsx";

interface PlanStepPageProps {
  act: PlanAct;
  plan: PlanView;
  clinic: ClinicView;
  now: EpochMs;
  hrefs: PlanHrefs;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
}

/** What pausing, resuming or cancelling a plan does, said before it is done. */
export function PlanStepPage({ act, plan, clinic, now, hrefs, action }: PlanStepPageProps) {
  const t = useTranslations("planPortal");
  const header = (title: string) => (
    <PageHeader above={<BackLink href={hrefs.home}>{plan.service.name}</BackLink>} title={title} />
  );
  if (!plan.actions.includes(act)) {
    return (
      <>
        {header(t("stop.planTitle"))}
        <Notice tone="warning" actions={clinic.phone && <PhoneLink phone={clinic.phone} />}>
          {t(`stop.plan.${plan.status}`)}
        </Notice>
      </>
    );
  }
  return (
    <>
      {header(t(`${act}.title`))}
      <div className="grid gap-8">
        <Consequences {...{ act, plan, now }} />
        <p className="measure">{t(`${act}.after`)}</p>
        <ActionForm action={action}>
          <input type="hidden" name="id" value={plan.id} />
          <input type="hidden" name="version" value={plan.version} />
          {act === "cancel" && (
            <FormTextareaField
              name="reason"
              label={t("cancel.reason")}
              hint={t("cancel.reasonHint")}
              optional
              maxLength={500}
              rows={3}
              autoComplete="off"
            />
          )}
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant={act === "cancel" ? "danger" : "primary"} wide pendingLabel={t(`${act}.pending`)}>
              {t(`${act}.submit`)}
            </SubmitButton>
            {act === "cancel" && plan.actions.includes("pause") && (
              <ButtonLink href={hrefs.act("pause")} wide>
                {t("cancel.pause")}
              </ButtonLink>
            )}
            <ButtonLink href={hrefs.home} variant="quiet" wide>
              {t(`${act}.keep`)}
            </ButtonLink>
          </div>
        </ActionForm>
      </div>
    </>
  );
}

/** Which visits it concerns, and which it leaves alone. */
function Consequences({ act, plan, now }: Pick<PlanStepPageProps, "act" | "plan" | "now">) {
  const t = useTranslations("planPortal");
  if (act === "resume") {
    const today = localDateOf(now, plan.timeZone);
    const { due, over } = stillDue(plan.visits, today);
    return (
      <Listed lead={t("resume.lead", { count: due.length })}>
        <VisitDays visits={due} timeZone={plan.timeZone} />
        {over.length > 0 && <p className="text-md text-ink-muted">{t("resume.over", { count: over.length })}</p>}
      </Listed>
    );
  }
  const ahead = plan.visits.filter((visit) => isAhead(visit, now));
  const freed = ahead.filter(({ appointment }) => !appointment.isLate);
  const kept = ahead.filter(({ appointment }) => appointment.isLate);
  return (
    <>
      <Listed lead={t(`${act}.lead`, { count: freed.length })}>
        <VisitDays visits={freed} timeZone={plan.timeZone} />
      </Listed>
      {kept.length > 0 && (
        <Listed lead={t(`${act}.stays`, { count: kept.length })}>
          <VisitDays visits={kept} timeZone={plan.timeZone} />
        </Listed>
      )}
    </>
  );
}

function Listed({ lead, children }: { lead: string; children: ReactNode }) {
  return (
    <div className="grid gap-3">
      <p className="measure">{lead}</p>
      {children}
    </div>
  );
}
