import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddToCalendar } from "#components/scheduling/add-to-calendar.tsx";
import { AppointmentFacts } from "#components/scheduling/appointment-facts.tsx";
import { PhoneLink } from "#components/scheduling/phone-link.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { StatusBadge } from "#components/ui/status-badge.tsx";
import { openReplacement } from "#lib/scheduling/server/appointments/replacements.ts";
import { ReplacementCard } from "../../_offer/replacement-card.tsx";
import { ReplacementDone } from "../../_offer/replacement-done.tsx";
import { currentClinic } from "../../_shell/current-clinic.ts";
import { CancelWords } from "../../patient/cancel-words.tsx";
import { linkedAppointment } from "./linked-appointment.ts";
import { NoAppointment } from "./no-appointment.tsx";
import { leaveByLink, takeByLink } from "./replacement/actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("guestAppointment"))("title"), robots: { index: false } };
}

/** One appointment of somebody without an account, opened by the link in their e-mail. */
export default async function GuestAppointment({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const linked = await linkedAppointment();
  if (!linked) return <NoAppointment />;
  const [t, moved, guest, clinic, { done }] = await Promise.all([
    getTranslations("patient"),
    getTranslations("move"),
    getTranslations("guestAppointment"),
    currentClinic(),
    searchParams,
  ]);
  const { appointment } = linked;
  const replacement = await openReplacement(linked.guest, appointment.id);
  const { status, service, actions, canBeMoved, patient } = appointment;
  const isTooLate = (status === "pending" || status === "confirmed") && !actions.includes("cancelled");
  return (
    <PageMain width="prose">
      <PageHeader title={service.name} lead={guest("lead", { name: patient.name })} />
      <div className="grid gap-8">
        {done === "cancelled" && status === "cancelled" && (
          <Notice tone="success" live title={t("cancel.doneTitle")}>
            {t("cancel.done")}
          </Notice>
        )}
        <ReplacementDone done={done} />
        {replacement && (
          <ReplacementCard
            replacement={replacement}
            timeZone={appointment.timeZone}
            take={takeByLink}
            leave={leaveByLink}
          />
        )}
        {done === "moved" && (
          <Notice tone="success" live title={moved("doneTitle")}>
            {moved("done")}
          </Notice>
        )}
        <div className="grid justify-items-start gap-2">
          <StatusBadge status={status} look="filled" />
          <p className="measure">{t(`state.${status}`)}</p>
        </div>
        <AppointmentFacts appointment={appointment} clinic={clinic} />
        <div className="text-md text-ink-muted">
          <CancelWords appointment={appointment} clinic={clinic} />
        </div>
        <div className="flex flex-wrap gap-3">
          {isTooLate && clinic.phone && <PhoneLink phone={clinic.phone} />}
          {canBeMoved && (
            <ButtonLink href="/appointment/move" wide>
              {guest("move")}
            </ButtonLink>
          )}
          {actions.includes("cancelled") && (
            <ButtonLink href="/appointment/cancel" variant="danger" wide>
              {t("cancel.link")}
            </ButtonLink>
          )}
          {!isTooLate && actions.length === 0 && (
            <ButtonLink href={`/book/time?service=${service.slug}`} wide>
              {t("again")}
            </ButtonLink>
          )}
          <AddToCalendar href="/appointment/calendar.ics" status={status} />
        </div>
      </div>
    </PageMain>
  );
}
