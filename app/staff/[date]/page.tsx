import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { askedDate } from "#app/_desk/asked-date.ts";
import { readFilter } from "../_board/board-filter.ts";
import { BoardPage } from "../_board/board-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: t("pageTitle") };
}

interface Day {
  params: Promise<{ date: string }>;
  searchParams: Promise<Record<string, unknown>>;
}

export default async function DayBoardPage({ params, searchParams }: Day) {
  const [{ date }, query] = await Promise.all([params, searchParams]);
  const localDate = askedDate(date);
  if (!localDate) notFound();
  return <BoardPage localDate={localDate} filter={readFilter(query)} />;
}
