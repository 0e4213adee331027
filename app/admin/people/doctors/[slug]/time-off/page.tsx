import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DoctorTimeLists } from "#app/_desk/doctor-time/doctor-time-lists.tsx";
import { askedDoctor, DoctorHead, type DoctorPage } from "../doctor-pages.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("doctorTime");
  return { title: t("title") };
}

export default async function DoctorTimeOffPage({ params }: DoctorPage) {
  const [{ actor, clinic, doctor }, t] = await Promise.all([askedDoctor(params), getTranslations("doctorTime")]);
  return (
    <>
      <DoctorHead doctor={doctor} current="timeOff" lead={t("lead", { zone: clinic.timeZone })} />
      <DoctorTimeLists actor={actor} clinicId={clinic.id} doctorId={doctor.id} />
    </>
  );
}
