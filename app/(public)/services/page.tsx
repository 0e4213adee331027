import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ServiceList } from "#components/scheduling/service-list.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listServices } from "#lib/scheduling/server/clinic/services.ts";
import { currentClinic } from "../../_shell/current-clinic.ts";
import { NoServices } from "../no-services.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("services"))("title") };
}

export default async function Services() {
  const [t, clinic] = await Promise.all([getTranslations("services"), currentClinic()]);
  const services = await listServices(clinic.id);
  return (
    <PageMain>
      <PageHeader title={t("title")} lead={t("lead")} />
      {services.length > 0 ? (
        <ServiceList services={services} clinic={clinic} hrefFor={({ slug }) => `/services/${slug}`} />
      ) : (
        <NoServices phone={clinic.phone} />
      )}
    </PageMain>
  );
}
