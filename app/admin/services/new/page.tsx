import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "#components/ui/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { resourceKinds } from "#lib/scheduling/server/clinic/resources.ts";
import { listClinicDoctors } from "#lib/scheduling/server/doctors/doctors.ts";
import { adminClinic } from "../../_shell/admin-clinic.ts";
import { ServiceForm } from "../service-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("serviceForm.new");
  return { title: t("title") };
}

export default async function NewServicePage() {
  const { clinic } = await adminClinic();
  const [t, doctors, kinds] = await Promise.all([
    getTranslations("serviceForm"),
    listClinicDoctors(clinic.id),
    resourceKinds(clinic.id),
  ]);
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href="/admin/services">{t("back")}</BackLink>}
        title={t("new.title")}
      />
      <ServiceForm
        doctors={doctors.map(({ id, name, specialty }) => ({ id, name, specialty }))}
        currency={clinic.currency}
        slotMinutes={clinic.slotMinutes}
        resourceKinds={kinds}
      />
    </>
  );
}
