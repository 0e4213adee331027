import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AddToCalendar } from "#components/scheduling/add-to-calendar.tsx";
import { AppointmentFacts } from "#components/scheduling/appointment-facts.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { StatusBadge, statusLooks } from "#components/ui/status-badge.tsx";
import { currentActor, requireActor } from "#lib/auth/session.ts";
import { databaseClock } from "#lib/clock.ts";
import { findAppointment } from "#lib/scheduling/server/appointments/find-appointment.ts";
import { bookedByBrowser } from "#lib/scheduling/server/booking/booked-by-browser.ts";
import { currentClinic } from "../../../../_shell/current-clinic.ts";
import { Missing } from "../../../../_shell/missing.tsx";
import { holdSecret } from "../../hold-cookie.ts";
import { WhatNext } from "./what-next.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("booking.done"))("title") };
}

export default async function Done({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const [t, clinic, actor] = await Promise.all([getTranslations("booking.done"), currentClinic(), currentActor()]);
  const appointment = actor
    ? await findAppointment(actor, id, databaseClock, "patient")
    : await bookedByBrowser(await holdSecret(), { id });
  if (!appointment && !actor) await requireActor();
  if (!appointment) return <Missing />;
  const { icon: Icon, text, wash, bar } = statusLooks[appointment.status];
  const outcome =
    appointment.status === "pending" ? "requested" : appointment.status === "confirmed" ? "confirmed" : "other";
  return (
    <PageMain width="prose">
      <div className="grid gap-8">
        <header className={`grid gap-4 border-s-3 px-5 py-6 sm:px-8 sm:py-8 ${wash} ${bar}`}>
          <Icon aria-hidden weight="bold" className={`size-10 ${text}`} />
          <h1 className="text-3xl sm:text-4xl">{t(`${outcome}.title`)}</h1>
          <p className="measure sm:text-lg">{t(`${outcome}.lead`, { doctor: appointment.doctor.name })}</p>
          {outcome === "other" && <StatusBadge status={appointment.status} />}
        </header>
        <AppointmentFacts appointment={appointment} clinic={clinic} />
        <WhatNext appointment={appointment} isGuest={!actor} />
        <div className="flex flex-wrap gap-3" data-print="hide">
          {actor && (
            <ButtonLink href="/patient" variant="primary" wide>
              {t("appointments")}
            </ButtonLink>
          )}
          <AddToCalendar href={`/book/done/${id}/calendar.ics`} status={appointment.status} />
          <ButtonLink href="/book" wide>
            {t("another")}
          </ButtonLink>
          {!actor && (
            <ButtonLink href="/register" variant="quiet" wide>
              {t("guest.account")}
            </ButtonLink>
          )}
        </div>
      </div>
    </PageMain>
  );
}
