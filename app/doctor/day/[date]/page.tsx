import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { askedDate } from "#app/_desk/asked-date.ts";
import { DayPage } from "../../_day/day-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("doctor");
  return { title: t("day.title") };
}

export default async function OtherDayPage({ params }: { params: Promise<{ date: string }> }) {
  const localDate = askedDate((await params).date);
  if (!localDate) notFound();
  return <DayPage localDate={localDate} />;
}
