import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DoctorTimeLists } from "#app/_desk/doctor-time/doctor-time-lists.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { doctorClinic } from "../_shell/doctor-clinic.ts";
import { NoProfile } from "../_shell/no-profile.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("doctorTime");
  return { title: t("title") };
}

export default async function OwnTimeOffPage() {
  const [{ actor, clinic }, t] = await Promise.all([doctorClinic(), getTranslations("doctorTime")]);
  if (!actor.doctorId) return <NoProfile title={t("title")} />;
  return (
    <>
      <PageHeader size="workspace" title={t("title")} lead={t("lead", { zone: clinic.timeZone })} />
      <DoctorTimeLists actor={actor} clinicId={clinic.id} doctorId={actor.doctorId} />
    </>
  );
}
