import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TabsNav } from "#components/ui/tabs-nav.tsx";
import { requireActor } from "#lib/auth/session.ts";
import { myAppointments } from "#lib/scheduling/server/my-appointments.ts";
import { currentClinic } from "../_shell/current-clinic.ts";
import { MyAppointment } from "./my-appointment.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient"))("title") };
}

export default async function MyAppointments({ searchParams }: { searchParams: Promise<{ view?: string }> }) {
  const actor = await requireActor();
  const view = (await searchParams).view === "past" ? "past" : "upcoming";
  const [t, clinic, upcoming, past] = await Promise.all([
    getTranslations("patient"),
    currentClinic(),
    myAppointments(actor, { view: "upcoming" }),
    myAppointments(actor, { view: "past" }),
  ]);
  const shown = view === "past" ? past : upcoming;
  const book = (
    <ButtonLink href="/book" variant="primary">
      {t("book")}
    </ButtonLink>
  );
  return (
    <PageMain width="prose">
      <PageHeader title={t("title")} actions={shown.length > 0 && book} />
      <TabsNav
        label={t("title")}
        tabs={[
          { href: "/patient", label: t("upcoming"), current: view === "upcoming", count: upcoming.length },
          { href: "/patient?view=past", label: t("past"), current: view === "past", count: past.length },
        ]}
      />
      {shown.length > 0 ? (
        <div className="pt-6">
          {shown.map((appointment) => (
            <MyAppointment key={appointment.id} appointment={appointment} clinic={clinic} />
          ))}
        </div>
      ) : (
        <div className="pt-8">
          <EmptyState title={t(`none.${view}.title`)} actions={book}>
            {t(`none.${view}.text`)}
          </EmptyState>
        </div>
      )}
    </PageMain>
  );
}
