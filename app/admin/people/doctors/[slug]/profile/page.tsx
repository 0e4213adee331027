import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { DoctorProfile } from "#app/_desk/doctor-profile/doctor-profile.tsx";
import type { PageQuery } from "#app/admin/_shell/page-query.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { doctorProfile } from "#lib/scheduling/server/doctors/doctor-profile.ts";
import { askedDoctor, DoctorHead, type DoctorPage } from "../doctor-pages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("doctorProfile"))("title") };
}

export default async function DoctorProfilePage({ params, searchParams }: DoctorPage & PageQuery) {
  const [{ actor, clinic, doctor, path }, query, t] = await Promise.all([
    askedDoctor(params),
    searchParams,
    getTranslations("doctorProfile"),
  ]);
  const profile = await doctorProfile(actor, { clinicId: clinic.id, doctorId: doctor.id });
  if (!profile.ok) notFound();
  const { slug, isPublic } = profile.value;
  return (
    <>
      <DoctorHead
        doctor={doctor}
        current="profile"
        lead={t("lead")}
        actions={isPublic && <ButtonLink href={`/doctors/${slug}`}>{t("seePage")}</ButtonLink>}
      />
      <DoctorProfile profile={profile.value} clinicId={clinic.id} path={`${path}/profile`} query={query} />
    </>
  );
}
