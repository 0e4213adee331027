import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewDoctorWeek } from "#app/_desk/doctor-week/new-doctor-week.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { askedDoctor, type DoctorPage } from "../doctor-pages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("doctorWeeks.new");
  return { title: t("title") };
}

export default async function NewDoctorWeekPage({ params }: DoctorPage) {
  const [{ actor, clinic, doctor, path }, t, hours] = await Promise.all([
    askedDoctor(params),
    getTranslations("doctorWeeks.new"),
    getTranslations("doctorHours"),
  ]);
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href={path}>{hours("of", { name: doctor.name })}</BackLink>}
        title={t("of", { name: doctor.name })}
        lead={t("lead", { zone: clinic.timeZone })}
      />
      <NewDoctorWeek actor={actor} clinicId={clinic.id} doctorId={doctor.id} path={path} />
    </>
  );
}
