import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { askedDate } from "#app/_desk/asked-date.ts";
import { boardHref } from "./_board/board-href.ts";
import { BoardPage } from "./_board/board-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: t("pageTitle") };
}

export default async function TodayBoardPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const { date, doctor } = await searchParams;
  const picked = askedDate(date);
  const doctorId = typeof doctor === "string" ? doctor : null;
  if (picked) redirect(boardHref(picked, doctorId));
  return <BoardPage doctorId={doctorId} />;
}
