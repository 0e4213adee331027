import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/ui/page-header.tsx";
import { FeedPanel } from "../../_calendar/feed-panel.tsx";
import { doctorClinic } from "../_shell/doctor-clinic.ts";
import { NoProfile } from "../_shell/no-profile.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("calendar.page"))("title") };
}

export default async function DoctorCalendarPage({ searchParams }: { searchParams: Promise<{ calendar?: string }> }) {
  const [{ actor, clinic }, t, { calendar }] = await Promise.all([
    doctorClinic(),
    getTranslations("calendar.page"),
    searchParams,
  ]);
  if (!actor.doctorId) return <NoProfile title={t("title")} />;
  return (
    <>
      <PageHeader size="workspace" title={t("title")} lead={t("doctorLead")} />
      <FeedPanel actor={actor} kind="doctor" timeZone={clinic.timeZone} done={calendar} />
    </>
  );
}
