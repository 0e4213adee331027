import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { askedDate } from "#app/_desk/asked-date.ts";
import { DayPage } from "../_day/day-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("doctor");
  return { title: t("day.title") };
}

export default async function TodayPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const { date } = await searchParams;
  const picked = askedDate(date);
  if (picked) redirect(`/doctor/day/${picked}`);
  return <DayPage />;
}
