import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DoctorWeeks } from "#app/_desk/doctor-week/doctor-weeks.tsx";
import type { PageQuery } from "#app/admin/_shell/page-query.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { askedDoctor, DoctorHead, type DoctorPage } from "./doctor-pages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("doctorHours");
  return { title: t("title") };
}

export default async function DoctorHoursPage({ params, searchParams }: DoctorPage & PageQuery) {
  const [{ actor, clinic, doctor, path }, query, t, weeks] = await Promise.all([
    askedDoctor(params),
    searchParams,
    getTranslations("doctorHours"),
    getTranslations("doctorWeeks"),
  ]);
  return (
    <>
      <DoctorHead
        doctor={doctor}
        current="hours"
        lead={t("lead", { zone: clinic.timeZone })}
        actions={<ButtonLink href={`${path}/new-week`}>{weeks("add")}</ButtonLink>}
      />
      <DoctorWeeks actor={actor} clinicId={clinic.id} doctorId={doctor.id} path={path} query={query} />
    </>
  );
}
