import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "#components/ui/back-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { priceText } from "#lib/money.ts";
import { resourceKinds } from "#lib/scheduling/server/clinic/resources.ts";
import { listServices } from "#lib/scheduling/server/clinic/services.ts";
import { listClinicDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import { adminClinic } from "../../_shell/admin-clinic.ts";
import type { PageQuery } from "../../_shell/page-query.ts";
import { ServiceForm } from "../service-form.tsx";

interface ServicePageProps extends PageQuery {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: ServicePageProps): Promise<Metadata> {
  const service = await serviceAt((await params).slug);
  return { title: service?.name };
}

export default async function ServicePage({ params, searchParams }: ServicePageProps) {
  const [{ clinic }, { slug }, { done }] = await Promise.all([adminClinic(), params, searchParams]);
  const [t, service, doctors, kinds] = await Promise.all([
    getTranslations("serviceForm"),
    serviceAt(slug),
    listClinicDoctors(clinic.id),
    resourceKinds(clinic.id),
  ]);
  if (!service) notFound();
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href="/admin/services">{t("back")}</BackLink>}
        title={t("change.title", { name: service.name })}
      />
      {done === "created" && (
        <Notice tone="success" live className="mb-8 max-w-prose">
          {t("change.created")}
        </Notice>
      )}
      <ServiceForm
        service={service}
        price={priceText(service.priceAmount, clinic.currency)}
        doctors={doctors.map(({ id, name, specialty }) => ({ id, name, specialty }))}
        currency={clinic.currency}
        slotMinutes={clinic.slotMinutes}
        resourceKinds={kinds}
      />
    </>
  );
}

/** On offer or not, unlike what patients find. */
async function serviceAt(slug: string) {
  const { clinic } = await adminClinic();
  const services = await listServices(clinic.id, { includeInactive: true });
  return services.find((service) => service.slug === slug);
}
