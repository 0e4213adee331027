import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireActor } from "#lib/auth/session.ts";
import { myAppointments } from "#lib/scheduling/server/appointments/my-appointments.ts";
import { myReplacements } from "#lib/scheduling/server/appointments/replacements.ts";
import { myWaitlist } from "#lib/scheduling/server/waitlist/waitlists.ts";
import type { WaitlistEntryView } from "#lib/scheduling/waitlist-view.ts";
import { ReplacementBanner } from "../_offer/replacement-banner.tsx";
import { currentClinic } from "../_shell/current-clinic.ts";
import { MyAppointment } from "./my-appointment.tsx";
import { PatientTabs } from "./patient-tabs.tsx";
import { companionsOf } from "./together.tsx";
import { OfferBanner } from "./waiting/offer-banner.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient"))("title") };
}

export default async function MyAppointments({ searchParams }: { searchParams: Promise<{ view?: string }> }) {
  const actor = await requireActor();
  const view = (await searchParams).view === "past" ? "past" : "upcoming";
  const [t, clinic, upcoming, past, wishes, offered] = await Promise.all([
    getTranslations("patient"),
    currentClinic(),
    myAppointments(actor, { view: "upcoming" }),
    myAppointments(actor, { view: "past" }),
    myWaitlist(actor),
    myReplacements(actor),
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
      <OfferBanner entries={wishes} />
      <ReplacementBanner offered={offered} timeZone={clinic.timeZone} />
      <PatientTabs
        current={view}
        counts={{ upcoming: upcoming.length, past: past.length, waiting: wishes.filter(isLive).length }}
      />
      {shown.length > 0 ? (
        <div className="pt-6">
          {shown.map((appointment) => (
            <MyAppointment
              key={appointment.id}
              appointment={appointment}
              clinic={clinic}
              companions={companionsOf(appointment, shown)}
            />
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

function isLive({ status }: WaitlistEntryView): boolean {
  return status === "waiting" || status === "offered";
}
