import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DoctorServices } from "#app/_desk/doctor-services/doctor-services.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { doctorClinic } from "../_shell/doctor-clinic.ts";
import { NoProfile } from "../_shell/no-profile.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("doctorServices");
  return { title: t("own.title") };
}

export default async function OwnServicesPage() {
  const [{ actor, clinic }, t] = await Promise.all([doctorClinic(), getTranslations("doctorServices")]);
  if (!actor.doctorId) return <NoProfile title={t("own.title")} />;
  return (
    <>
      <PageHeader size="workspace" title={t("own.title")} lead={t("own.lead")} />
      <DoctorServices actor={actor} clinic={clinic} doctorId={actor.doctorId} />
    </>
  );
}
