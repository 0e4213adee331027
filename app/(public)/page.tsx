import { getTranslations } from "next-intl/server";
import { DoctorList } from "#components/scheduling/doctor-list.tsx";
import { ServiceList } from "#components/scheduling/service-list.tsx";
import { MessagePage } from "#components/shell/message-page.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { Section } from "#components/ui/section.tsx";
import { homeClinic } from "#lib/scheduling/server/clinic/clinics.ts";
import { listServices } from "#lib/scheduling/server/clinic/services.ts";
import { listDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import type { ClinicView } from "#lib/scheduling/view.ts";
import { bookingHref } from "./book/choice.ts";
import { Greeting } from "./greeting.tsx";
import { NoServices } from "./no-services.tsx";
import { OpeningHours } from "./opening-hours.tsx";
import { PlansEntry } from "./plans-entry.tsx";
import { Week } from "./week.tsx";

export default async function Home() {
  const clinic = await homeClinic();
  if (clinic) return <ClinicHome clinic={clinic} />;
  const t = await getTranslations("home.empty");
  return <MessagePage title={t("title")} lead={t("lead")} />;
}

async function ClinicHome({ clinic }: { clinic: ClinicView }) {
  const [t, services, doctors] = await Promise.all([
    getTranslations("home"),
    listServices(clinic.id),
    listDoctors(clinic.id),
  ]);
  const offered = services.filter((service) => service.doctorIds.length > 0);
  return (
    <PageMain>
      <Greeting clinic={clinic} services={offered} doctorCount={doctors.length} />
      <Week clinic={clinic} />
      <Section id="services" title={t("services")} lead={t("servicesLead")}>
        {offered.length > 0 ? (
          <ServiceList
            services={offered}
            clinic={clinic}
            hrefFor={({ slug }) => bookingHref("/book/time", { service: slug })}
          />
        ) : (
          <NoServices phone={clinic.phone} />
        )}
      </Section>
      {offered.length > 0 && <PlansEntry />}
      {doctors.length > 0 && (
        <Section id="doctors" title={t("doctors")}>
          <DoctorList doctors={doctors} hrefFor={({ slug }) => `/doctors/${slug}`} />
        </Section>
      )}
      <OpeningHours clinic={clinic} />
    </PageMain>
  );
}
