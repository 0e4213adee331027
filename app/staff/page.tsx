import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { askedDate } from "#app/_desk/asked-date.ts";
import { boardHref, readFilter } from "./_board/board-filter.ts";
import { BoardPage } from "./_board/board-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: t("pageTitle") };
}

export default async function TodayBoardPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const query = await searchParams;
  const [picked, filter] = [askedDate(query.date), readFilter(query)];
  if (picked) redirect(boardHref(picked, filter));
  return <BoardPage filter={filter} />;
}
