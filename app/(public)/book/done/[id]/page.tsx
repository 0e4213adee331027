import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AppointmentFacts } from "#components/scheduling/appointment-facts.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { StatusBadge, statusLooks } from "#components/ui/status-badge.tsx";
import { requireActor } from "#lib/auth/session.ts";
import { databaseClock } from "#lib/clock.ts";
import { findAppointment } from "#lib/scheduling/server/find-appointment.ts";
import { currentClinic } from "../../../../_shell/current-clinic.ts";
import { WhatNext } from "./what-next.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("booking.done"))("title") };
}

export default async function Done({ params }: { params: Promise<{ id: string }> }) {
  const actor = await requireActor();
  const { id } = await params;
  const [t, clinic, appointment] = await Promise.all([
    getTranslations("booking.done"),
    currentClinic(),
    findAppointment(actor, id, databaseClock, "patient"),
  ]);
  if (!appointment) notFound();
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
        <WhatNext appointment={appointment} />
        <div className="flex flex-wrap gap-3">
          <ButtonLink href="/patient" variant="primary" wide>
            {t("appointments")}
          </ButtonLink>
          <ButtonLink href="/book" wide>
            {t("another")}
          </ButtonLink>
        </div>
      </div>
    </PageMain>
  );
}
