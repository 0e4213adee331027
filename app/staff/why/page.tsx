import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { askedDate } from "#app/_desk/asked-date.ts";
import { BackLink } from "#components/ui/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { boardHref } from "../_board/board-filter.ts";
import { WhyPanel } from "../_why/why-panel.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("why");
  return { title: t("title") };
}

export default async function WhyPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const [query, t] = await Promise.all([searchParams, getTranslations("why")]);
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href={boardHref(askedDate(query.date))}>{t("backToBoard")}</BackLink>}
        title={t("title")}
        lead={t("lead")}
      />
      <div className="max-w-prose">
        <WhyPanel query={query} />
      </div>
    </>
  );
}
