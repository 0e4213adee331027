import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DoctorWeek } from "#app/_desk/doctor-week.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { doctorClinic } from "../_shell/doctor-clinic.ts";
import { NoProfile } from "../_shell/no-profile.tsx";
import { saveOwnHours } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("doctorHours");
  return { title: t("own.title") };
}

export default async function OwnHoursPage() {
  const [{ actor, clinic }, t] = await Promise.all([doctorClinic(), getTranslations("doctorHours.own")]);
  if (!actor.doctorId) return <NoProfile title={t("title")} />;
  return (
    <>
      <PageHeader size="workspace" title={t("title")} lead={t("lead", { zone: clinic.timeZone })} />
      <DoctorWeek actor={actor} clinicId={clinic.id} doctorId={actor.doctorId} action={saveOwnHours} />
    </>
  );
}
