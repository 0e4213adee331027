import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DoctorWeek } from "#app/_desk/doctor-week.tsx";
import { adminClinic } from "#app/admin/_shell/admin-clinic.ts";
import { BackLink } from "#components/ui/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { findClinicDoctor } from "#lib/scheduling/server/doctors.ts";
import { saveDoctorHours } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("doctorHours");
  return { title: t("title") };
}

export default async function DoctorHoursPage({ params }: { params: Promise<{ slug: string }> }) {
  const [{ actor, clinic }, { slug }, t, people] = await Promise.all([
    adminClinic(),
    params,
    getTranslations("doctorHours"),
    getTranslations("people"),
  ]);
  const doctor = await findClinicDoctor(clinic.id, slug);
  if (!doctor) notFound();
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href="/admin/people?role=doctor">{people("title")}</BackLink>}
        title={t("of", { name: doctor.name })}
        lead={t("lead", { zone: clinic.timeZone })}
      />
      <DoctorWeek actor={actor} clinicId={clinic.id} doctorId={doctor.id} action={saveDoctorHours} />
    </>
  );
}
