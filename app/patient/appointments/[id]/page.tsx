import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddToCalendar } from "#components/scheduling/add-to-calendar.tsx";
import { AppointmentFacts } from "#components/scheduling/appointment-facts.tsx";
import { PhoneLink } from "#components/scheduling/phone-link.tsx";
import { PlanMark } from "#components/scheduling/plan-mark.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { requireActor } from "#lib/auth/session.ts";
import { databaseClock } from "#lib/clock.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { openReplacement } from "#lib/scheduling/server/appointments/replacements.ts";
import { ReplacementCard } from "../../../_offer/replacement-card.tsx";
import { ReplacementDone } from "../../../_offer/replacement-done.tsx";
import { currentClinic } from "../../../_shell/current-clinic.ts";
import { Missing } from "../../../_shell/missing.tsx";
import { CancelWords } from "../../cancel-words.tsx";
import { Together } from "../../together.tsx";
import { leaveReplacement, takeReplacement } from "./replacement/actions.ts";

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient"))("appointment") };
}

export default async function MyAppointmentPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const [t, moved, clinic, appointment] = await Promise.all([
    getTranslations("patient"),
    getTranslations("move"),
    currentClinic(),
    findAppointment(actor, id, databaseClock, "patient"),
  ]);
  if (!appointment) return <Missing />;
  const replacement = await openReplacement(actor, appointment.id);
  const { status, service, actions, canBeMoved, plan } = appointment;
  const isTooLate = (status === "pending" || status === "confirmed") && !actions.includes("cancelled");
  return (
    <PageMain width="prose">
      <PageHeader above={<BackLink href="/patient">{t("title")}</BackLink>} title={service.name} />
      <div className="grid gap-8">
        {done === "cancelled" && status === "cancelled" && (
          <Notice tone="success" live title={t("cancel.doneTitle")}>
            {t("cancel.done")}
          </Notice>
        )}
        {done === "moved" && (
          <Notice tone="success" live title={moved("doneTitle")}>
            {moved("done")}
          </Notice>
        )}
        <ReplacementDone done={done} />
        {replacement && (
          <ReplacementCard
            replacement={replacement}
            timeZone={appointment.timeZone}
            take={takeReplacement}
            leave={leaveReplacement}
          />
        )}
        <div className="grid justify-items-start gap-2">
          <StatusBadge status={status} look="filled" />
          <p className="measure">{t(`state.${status}`)}</p>
          {plan && <PlanMark plan={plan} href={`/patient/plans/${plan.id}`} />}
        </div>
        <AppointmentFacts appointment={appointment} clinic={clinic} />
        <Together actor={actor} appointment={appointment} />
        <div className="text-md text-ink-muted">
          <CancelWords appointment={appointment} clinic={clinic} />
        </div>
        <div className="flex flex-wrap gap-3" data-print="hide">
          {isTooLate && clinic.phone && <PhoneLink phone={clinic.phone} />}
          {canBeMoved && (
            <ButtonLink href={`/patient/appointments/${id}/move`} wide>
              {moved("link")}
            </ButtonLink>
          )}
          {actions.includes("cancelled") ? (
            <ButtonLink href={`/patient/appointments/${id}/cancel`} variant="danger" wide>
              {t("cancel.link")}
            </ButtonLink>
          ) : isTooLate ? null : (
            <ButtonLink href={`/book/time?service=${service.slug}`} wide>
              {t("again")}
            </ButtonLink>
          )}
          <AddToCalendar href={`/api/v1/appointments/${id}/calendar.ics`} status={status} />
        </div>
      </div>
    </PageMain>
  );
}
