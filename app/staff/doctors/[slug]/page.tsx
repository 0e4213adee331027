import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DoctorTimeLists } from "#app/_desk/doctor-time/doctor-time-lists.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { findClinicDoctor } from "#lib/scheduling/server/doctors/doctors.ts";
import { staffClinic } from "../../_shell/staff-clinic.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("doctorTime");
  return { title: t("title") };
}

export default async function StaffDoctorTimePage({ params }: { params: Promise<{ slug: string }> }) {
  const [{ actor, clinic }, { slug }, t, pages] = await Promise.all([
    staffClinic(),
    params,
    getTranslations("doctorTime"),
    getTranslations("doctorPages"),
  ]);
  const doctor = await findClinicDoctor(clinic.id, slug);
  if (!doctor) notFound();
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href="/staff/doctors">{pages("list.title")}</BackLink>}
        title={pages("of.timeOff", { name: doctor.name })}
        lead={t("lead", { zone: clinic.timeZone })}
      />
      <DoctorTimeLists actor={actor} clinicId={clinic.id} doctorId={doctor.id} />
    </>
  );
}
