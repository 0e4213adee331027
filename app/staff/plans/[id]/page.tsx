import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { Told } from "#app/_desk/told.tsx";
import { Desk } from "#components/scheduling/desk.tsx";
import { PlanState } from "#components/scheduling/plan-state.tsx";
import { PlanTally } from "#components/scheduling/plan-tally.tsx";
import { nextVisit } from "#components/scheduling/plan-visits.ts";
import { PlanYear } from "#components/scheduling/plan-year.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { hasRole } from "#lib/auth/actor.ts";
import { databaseClock } from "#lib/clock.ts";
import { databaseNow } from "#lib/scheduling/server/database-now.ts";
import { findPlan } from "#lib/scheduling/server/plans/find-plan.ts";
import { localDateOf } from "#lib/time.ts";
import { staffClinic } from "../../_shell/staff-clinic.ts";
import { PlanActs } from "../_plan/plan-acts.tsx";
import { PlanFacts } from "../_plan/plan-facts.tsx";
import { VisitMonths } from "../_plan/visit-months.tsx";
import { takeCarePlanStep } from "../actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("planDesk"))("one") };
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** One care plan as the front desk runs it: what comes next, every visit, terms, payment and person. */
export default async function StaffPlanPage({ params, searchParams }: Props) {
  const [{ id }, { placed }, { actor }, t, format, now] = await Promise.all([
    params,
    searchParams,
    staffClinic(),
    getTranslations("planDesk"),
    getFormatter(),
    databaseNow(databaseClock),
  ]);
  const answer = await findPlan(actor, { id });
  if (!answer.ok || !hasRole(actor, answer.value.clinicId, "staff")) notFound();
  const plan = answer.value;
  const { visits, timeZone, visitCounts, status } = plan;
  const chosen = visits.find(({ sequence }) => String(sequence) === placed)?.appointment;
  const next = nextVisit(visits, now);
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href="/staff/plans">{t("title")}</BackLink>}
        title={plan.person.name}
        lead={
          <span className="figures flex flex-wrap items-baseline gap-x-4">
            <span>{plan.service.name}</span>
            <span className="text-md">{plan.number}</span>
            <PlanState status={status} />
          </span>
        }
      />
      {chosen && (
        <Notice tone="success" live focusOnLoad className="mb-6">
          {t("done.place_visit", {
            sequence: Number(placed),
            moment: format.dateTime(chosen.startsAt, "moment", { timeZone }),
            doctor: chosen.doctor.name,
            told: plan.person.email ? "yes" : "no",
          })}
        </Notice>
      )}
      <Desk action={takeCarePlanStep}>
        <PlanYear plan={plan} next={next?.sequence ?? null} />
        <div className="grid gap-x-14 gap-y-10 pt-6 xl:grid-cols-[minmax(0,1fr)_20rem] xl:grid-rows-[auto_1fr]">
          <div className="xl:col-start-2 xl:row-start-1">
            <PlanActs plan={plan} />
          </div>
          <div className="xl:col-start-1 xl:row-span-2 xl:row-start-1">
            <Section id="visits" title={t("visits")} aside={<PlanTally visits={visits} />}>
              {status === "active" && visitCounts.unplaced > 0 && (
                <Notice tone="warning" title={t("unplaced.title", { count: visitCounts.unplaced })}>
                  {t("unplaced.text")}
                </Notice>
              )}
              <VisitMonths plan={plan} today={localDateOf(now, timeZone)} />
            </Section>
          </div>
          <aside aria-label={t("terms")} className="xl:col-start-2">
            <PlanFacts plan={plan} />
          </aside>
        </div>
      </Desk>
      <div className="pt-10">
        <Told actor={actor} about={{ subscriptionId: id }} timeZone={timeZone} />
      </div>
    </>
  );
}
