import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DoctorList } from "#components/scheduling/doctor-list.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listServices } from "#lib/scheduling/server/clinic/services.ts";
import { listDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import { currentClinic } from "../../_shell/current-clinic.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("doctors"))("title") };
}

export default async function Doctors() {
  const [t, clinic] = await Promise.all([getTranslations("doctors"), currentClinic()]);
  const [doctors, services] = await Promise.all([listDoctors(clinic.id), listServices(clinic.id)]);
  return (
    <PageMain>
      <PageHeader title={t("title")} lead={t("lead")} />
      {doctors.length > 0 ? (
        <DoctorList
          doctors={doctors}
          hrefFor={({ slug }) => `/doctors/${slug}`}
          detailFor={(doctor) => (
            <p className="pt-1 text-md">
              {services
                .filter(({ id }) => doctor.serviceIds.includes(id))
                .map(({ name }) => name)
                .join(", ")}
            </p>
          )}
        />
      ) : (
        <EmptyState title={t("none")} />
      )}
    </PageMain>
  );
}
