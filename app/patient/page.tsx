import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireActor } from "#lib/auth/session.ts";
import { myReplacements } from "#lib/scheduling/server/appointments/replacements.ts";
import { plansToLink } from "#lib/scheduling/server/plans/link-plans.ts";
import { ReplacementBanner } from "../_offer/replacement-banner.tsx";
import { currentClinic } from "../_shell/current-clinic.ts";
import { MyAppointment } from "./my-appointment.tsx";
import { patientLists } from "./patient-lists.ts";
import { PatientTabs } from "./patient-tabs.tsx";
import { LinkNotice } from "./plans/link-notice.tsx";
import { companionsOf } from "./together.tsx";
import { OfferBanner } from "./waiting/offer-banner.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("patient"))("title") };
}

export default async function MyAppointments({ searchParams }: { searchParams: Promise<{ view?: string }> }) {
  const actor = await requireActor();
  const view = (await searchParams).view === "past" ? "past" : "upcoming";
  const [t, calendar, clinic, { upcoming, past, wishes, counts }, offered, toLink] = await Promise.all([
    getTranslations("patient"),
    getTranslations("calendar.page"),
    currentClinic(),
    patientLists(actor),
    myReplacements(actor),
    plansToLink(actor),
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
      <LinkNotice plans={toLink} />
      <PatientTabs current={view} counts={counts} />
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
          {view === "upcoming" && (
            <p className="pt-6" data-print="hide">
              <Link href="/account#calendar" className="link">
                {calendar("follow")}
              </Link>
            </p>
          )}
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
