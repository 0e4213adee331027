import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { moveHref, readMoveChoice, type SearchParams } from "#app/_move/move-choice.ts";
import { MoveWeeks } from "#app/_move/move-weeks.tsx";
import { dayInUtc } from "#components/scheduling/day-axis.ts";
import { InsteadTimes } from "#components/scheduling/instead-times.tsx";
import { PlanReason } from "#components/scheduling/plan-reason.tsx";
import { ActionForm } from "#components/ui/action-form.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TabsNav } from "#components/ui/tabs-nav.tsx";
import { hasRole } from "#lib/auth/actor.ts";
import { listDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import { findPlan } from "#lib/scheduling/server/plans/find-plan.ts";
import { findVisitTimes } from "#lib/scheduling/server/plans/find-visit-times.ts";
import { staffClinic } from "../../../../_shell/staff-clinic.ts";
import { FormSlotPicker } from "../../../../book/time/form-slot-picker.tsx";
import { mergeStarts } from "../../../../book/time/merge-starts.ts";
import { placeByHand } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("planDesk.byHand"))("title") };
}

interface Props {
  params: Promise<{ id: string; sequence: string }>;
  searchParams: Promise<SearchParams>;
}

/** A time chosen by hand for a visit that has none. */
export default async function PlaceVisitPage({ params, searchParams }: Props) {
  const [{ id, sequence }, asked, { actor }, t, format] = await Promise.all([
    params,
    searchParams,
    staffClinic(),
    getTranslations("planDesk.byHand"),
    getFormatter(),
  ]);
  const answer = await findPlan(actor, { id });
  if (!answer.ok || !hasRole(actor, answer.value.clinicId, "staff")) notFound();
  const plan = answer.value;
  const visit = plan.visits.find((each) => String(each.sequence) === sequence);
  if (!visit) notFound();
  const { clinicId, service, timeZone, person } = plan;
  const doctors = await listDoctors(clinicId, { serviceId: service.id });
  const { doctor, day } = readMoveChoice(asked);
  const wished = doctor ?? plan.doctor?.id ?? "any";
  const path = `/staff/plans/${id}/visits/${sequence}`;
  const found = await findVisitTimes(actor, {
    id,
    sequence: visit.sequence,
    doctorId: wished === "any" ? null : wished,
    from: day ?? null,
  });
  const days = found.ok ? mergeStarts(found.value.days) : [];
  const first = days.flatMap(({ offers }) => offers)[0];
  const choice = { ...(doctor && { doctor }), ...(day && { day }) };
  const doctorNames = Object.fromEntries(doctors.map((each) => [each.id, each.name]));
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href={`/staff/plans/${id}#visit-${sequence}`}>{person.name}</BackLink>}
        title={t("heading", { sequence: visit.sequence, count: plan.count })}
        lead={t("lead", {
          service: service.name,
          patient: person.name,
          day: format.dateTime(dayInUtc(visit.targetDate), "dayWithYear", { timeZone: "UTC" }),
        })}
      />
      {!visit.actions.includes("place") ? (
        <Notice tone="warning" actions={<ButtonLink href={`/staff/plans/${id}`}>{t("back")}</ButtonLink>}>
          {t("notNow")}
        </Notice>
      ) : (
        <div className="grid gap-6">
          <PlanReason visit={visit} plan={plan} />
          {doctors.length > 1 && (
            <TabsNav
              label={t("with")}
              tabs={[...doctors.map((each) => ({ id: each.id, name: each.name })), { id: "any", name: t("any") }].map(
                (each) => ({
                  href: moveHref(path, { ...choice, doctor: each.id }),
                  label: each.name,
                  current: each.id === wished,
                }),
              )}
            />
          )}
          {found.ok && <MoveWeeks {...found.value} path={path} choice={choice} />}
          {first ? (
            <ActionForm
              action={placeByHand}
              refusalActions={<InsteadTimes timeZone={timeZone} doctorNames={doctorNames} />}
              className="grid gap-6"
            >
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="sequence" value={sequence} />
              {wished !== "any" && <input type="hidden" name="doctorId" value={wished} />}
              <FormSlotPicker
                days={days}
                timeZone={timeZone}
                legend={t("legend")}
                doctorNames={doctorNames}
                durationMinutes={(first.endsAt - first.startsAt) / 60_000}
              />
              <div className="sticky bottom-0 z-10 border-t border-line bg-paper py-3 max-lg:bottom-15">
                <SubmitButton pendingLabel={t("placing")} wide>
                  {t("place")}
                </SubmitButton>
              </div>
            </ActionForm>
          ) : (
            <EmptyState title={t("nothing")}>
              <p>{t("nothingText")}</p>
            </EmptyState>
          )}
        </div>
      )}
    </>
  );
}
