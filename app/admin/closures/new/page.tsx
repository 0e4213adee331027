import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "#components/ui/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { isLocalDate } from "#lib/time.ts";
import { adminClinic } from "../../_shell/admin-clinic.ts";
import type { PageQuery } from "../../_shell/page-query.ts";
import { ClosureForm } from "../closure-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("closures.new");
  return { title: t("title") };
}

export default async function NewClosurePage({ searchParams }: PageQuery) {
  const [{ clinic }, t, { from }] = await Promise.all([adminClinic(), getTranslations("closures"), searchParams]);
  const day = typeof from === "string" && isLocalDate(from) ? from : undefined;
  return (
    <>
      <PageHeader
        size="workspace"
        above={
          <BackLink href={day ? `/admin/closures?year=${day.slice(0, 4)}` : "/admin/closures"}>{t("title")}</BackLink>
        }
        title={t("new.title")}
        lead={t("new.lead")}
      />
      <ClosureForm day={day} timeZone={clinic.timeZone} />
    </>
  );
}
