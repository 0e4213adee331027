import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DoctorProfile } from "#app/_desk/doctor-profile/doctor-profile.tsx";
import type { PageQuery } from "#app/admin/_shell/page-query.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { doctorProfile } from "#lib/scheduling/server/doctors/doctor-profile.ts";
import { doctorClinic } from "../_shell/doctor-clinic.ts";
import { NoProfile } from "../_shell/no-profile.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("doctorProfile"))("own.title") };
}

export default async function OwnProfilePage({ searchParams }: PageQuery) {
  const [{ actor, clinic }, query, t] = await Promise.all([
    doctorClinic(),
    searchParams,
    getTranslations("doctorProfile"),
  ]);
  const { doctorId } = actor;
  const profile = doctorId ? await doctorProfile(actor, { clinicId: clinic.id, doctorId }) : null;
  if (!profile?.ok) return <NoProfile title={t("own.title")} />;
  const { slug, isPublic } = profile.value;
  return (
    <>
      <PageHeader
        size="workspace"
        title={t("own.title")}
        lead={t("own.lead")}
        actions={isPublic && <ButtonLink href={`/doctors/${slug}`}>{t("seePage")}</ButtonLink>}
      />
      <DoctorProfile profile={profile.value} clinicId={clinic.id} path="/doctor/profile" query={query} />
    </>
  );
}
