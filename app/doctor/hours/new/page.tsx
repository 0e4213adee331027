import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewDoctorWeek } from "#app/_desk/doctor-week/new-doctor-week.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { doctorClinic } from "../../_shell/doctor-clinic.ts";
import { NoProfile } from "../../_shell/no-profile.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("doctorWeeks.new");
  return { title: t("title") };
}

export default async function NewOwnWeekPage() {
  const [{ actor, clinic }, t, hours] = await Promise.all([
    doctorClinic(),
    getTranslations("doctorWeeks.new"),
    getTranslations("doctorHours.own"),
  ]);
  if (!actor.doctorId) return <NoProfile title={t("title")} />;
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href="/doctor/hours">{hours("title")}</BackLink>}
        title={t("title")}
        lead={t("lead", { zone: clinic.timeZone })}
      />
      <NewDoctorWeek actor={actor} clinicId={clinic.id} doctorId={actor.doctorId} path="/doctor/hours" />
    </>
  );
}
