import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { listServices } from "#lib/scheduling/server/clinic/services.ts";
import { listClinicDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";
import { ServiceTable } from "./service-table.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("serviceForm");
  return { title: t("title") };
}

export default async function ServicesPage() {
  const { clinic } = await adminClinic();
  const [t, services, doctors] = await Promise.all([
    getTranslations("serviceForm"),
    listServices(clinic.id, { includeInactive: true }),
    listClinicDoctors(clinic.id),
  ]);
  const doctorNames = Object.fromEntries(doctors.map((doctor) => [doctor.id, doctor.name]));
  const active = services.filter((service) => service.isActive);
  const inactive = services.filter((service) => !service.isActive);
  const add = (
    <ButtonLink href="/admin/services/new" variant="primary">
      {t("add")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        size="workspace"
        title={t("title")}
        lead={t("lead")}
        actions={services.length > 0 ? add : undefined}
      />
      {services.length === 0 && (
        <EmptyState title={t("empty.title")} actions={add}>
          {t("empty.detail")}
        </EmptyState>
      )}
      {active.length > 0 && (
        <Section id="active" title={t("active")} aside={active.length}>
          <ServiceTable caption={t("active")} services={active} currency={clinic.currency} doctorNames={doctorNames} />
        </Section>
      )}
      {inactive.length > 0 && (
        <Section id="inactive" title={t("inactive")} lead={t("inactiveLead")}>
          <ServiceTable
            caption={t("inactive")}
            services={inactive}
            currency={clinic.currency}
            doctorNames={doctorNames}
          />
        </Section>
      )}
    </>
  );
}
