import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BackLink } from "#components/ui/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { adminClinic } from "../../_shell/admin-clinic.ts";
import { ClosureForm } from "../closure-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("closures.new");
  return { title: t("title") };
}

export default async function NewClosurePage() {
  const [{ clinic }, t] = await Promise.all([adminClinic(), getTranslations("closures")]);
  return (
    <>
      <PageHeader
        size="workspace"
        above={<BackLink href="/admin/closures">{t("title")}</BackLink>}
        title={t("new.title")}
        lead={t("new.lead")}
      />
      <ClosureForm timeZone={clinic.timeZone} />
    </>
  );
}
