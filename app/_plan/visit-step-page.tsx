import { useFormatter, useTranslations } from "next-intl";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { PhoneLink } from "#components/scheduling/phone-link.tsx";
import type { PlanHrefs } from "#components/scheduling/plan-hrefs.ts";
import { PlanVisitState } from "#components/scheduling/plan-visit-state.tsx";
import { hasPlace, visitState } from "#components/scheduling/plan-visits.ts";
import { ActionForm } from "#components/ui/action-form.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { FormTextareaField } from "#components/ui/form-fields.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { FormState } from "#lib/form-state.ts";
import type { PlanView, VisitView } from "#lib/scheduling/plan-view.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import type { TimeZone } from "#lib/time.ts";

interface VisitStepPageProps {
  act: "cancel" | "skip";
  plan: PlanView;
  visit: VisitView;
  clinic: ClinicView;
  hrefs: PlanHrefs;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
}

const wordsFor = { cancel: "visitCancel", skip: "visitSkip" } as const;

/** Cancelling a visit or leaving it out, asked before it is done; why not, where it cannot be. */
export function VisitStepPage({ act, plan, visit, clinic, hrefs, action }: VisitStepPageProps) {
  const t = useTranslations("planPortal");
  const own = wordsFor[act];
  const may = visit.actions.includes(act);
  return (
    <>
      <PageHeader
        above={<BackLink href={hrefs.home}>{plan.service.name}</BackLink>}
        title={t(may ? `${own}.title` : visit.appointment?.isLate ? "stop.lateTitle" : "stop.goneTitle")}
      />
      <div className="grid gap-8">
        <Which plan={plan} visit={visit} />
        {may ? (
          <>
            <p className="measure">{t(hasPlace(visit) ? `${own}.lead` : "visitSkip.leadNone")}</p>
            <ActionForm action={action}>
              <input type="hidden" name="id" value={plan.id} />
              <input type="hidden" name="sequence" value={visit.sequence} />
              <FormTextareaField
                name="reason"
                label={t(`${own}.reason`)}
                hint={t(`${own}.reasonHint`)}
                optional
                maxLength={500}
                rows={3}
                autoComplete="off"
              />
              <div className="flex flex-wrap gap-3">
                <SubmitButton variant={act === "cancel" ? "danger" : "primary"} wide pendingLabel={t(`${own}.pending`)}>
                  {t(`${own}.submit`)}
                </SubmitButton>
                <ButtonLink href={hrefs.home} variant="quiet" wide>
                  {t(`${own}.keep`)}
                </ButtonLink>
              </div>
            </ActionForm>
          </>
        ) : (
          <WhyNot visit={visit} timeZone={plan.timeZone} phone={clinic.phone} />
        )}
      </div>
    </>
  );
}

/** The visit in question, as a line on a ticket. */
function Which({ plan: { timeZone, count }, visit }: Pick<VisitStepPageProps, "plan" | "visit">) {
  const t = useTranslations("planPortal.next");
  const schedule = useTranslations("schedule");
  const format = useFormatter();
  const { sequence } = visit;
  const time = (at: number) => format.dateTime(at, "time", { timeZone });
  return (
    <div className="grid gap-1 border-y border-line py-5">
      <p className="flex flex-wrap items-center gap-x-4 text-md text-ink-muted">
        <span className="figures">{t("of", { sequence, count })}</span>
        <PlanVisitState state={visitState(visit)} />
      </p>
      {!hasPlace(visit) && (
        <p className="font-display text-2xl">
          {format.dateTime(dayInUtc(visit.targetDate), "day", { timeZone: "UTC" })}
        </p>
      )}
      {hasPlace(visit) && (
        <>
          <p className="font-display text-2xl">{format.dateTime(visit.appointment.startsAt, "day", { timeZone })}</p>
          <p className="flex flex-wrap items-baseline gap-x-4">
            <time dateTime={new Date(visit.appointment.startsAt).toISOString()} className="numeral text-3xl">
              {schedule("timeRange", { start: time(visit.appointment.startsAt), end: time(visit.appointment.endsAt) })}
            </time>
            <span>{t("with", { doctor: visit.appointment.doctor.name })}</span>
          </p>
        </>
      )}
    </div>
  );
}

function WhyNot({ visit, timeZone, phone }: { visit: VisitView; timeZone: TimeZone; phone: string | null }) {
  const t = useTranslations("planPortal");
  const format = useFormatter();
  const { appointment } = visit;
  const late = visit.status === "scheduled" && appointment?.isLate;
  return (
    <Notice tone="warning" actions={phone && <PhoneLink phone={phone} />}>
      {late
        ? t("visits.late", {
            moment: format.dateTime(appointment.deadline, "moment", { timeZone }),
            reachable: phone ? "yes" : "no",
            phone: phone ?? "",
          })
        : t("stop.gone")}
    </Notice>
  );
}
