import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DoctorWeeks } from "#app/_desk/doctor-week/doctor-weeks.tsx";
import type { PageQuery } from "#app/admin/_shell/page-query.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { doctorClinic } from "../_shell/doctor-clinic.ts";
import { NoProfile } from "../_shell/no-profile.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("doctorHours");
  return { title: t("own.title") };
}

export default async function OwnHoursPage({ searchParams }: PageQuery) {
  const [{ actor, clinic }, query, t, weeks] = await Promise.all([
    doctorClinic(),
    searchParams,
    getTranslations("doctorHours.own"),
    getTranslations("doctorWeeks"),
  ]);
  if (!actor.doctorId) return <NoProfile title={t("title")} />;
  return (
    <>
      <PageHeader
        size="workspace"
        title={t("title")}
        lead={t("lead", { zone: clinic.timeZone })}
        actions={<ButtonLink href="/doctor/hours/new">{weeks("add")}</ButtonLink>}
      />
      <DoctorWeeks actor={actor} clinicId={clinic.id} doctorId={actor.doctorId} path="/doctor/hours" query={query} />
    </>
  );
}
