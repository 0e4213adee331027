import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DoctorServices } from "#app/_desk/doctor-services/doctor-services.tsx";
import { askedDoctor, DoctorHead, type DoctorPage } from "../doctor-pages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("doctorServices");
  return { title: t("title") };
}

export default async function DoctorServicesPage({ params }: DoctorPage) {
  const [{ actor, clinic, doctor }, t] = await Promise.all([askedDoctor(params), getTranslations("doctorServices")]);
  return (
    <>
      <DoctorHead doctor={doctor} current="services" lead={t("lead")} />
      <DoctorServices actor={actor} clinic={clinic} doctorId={doctor.id} />
    </>
  );
}
