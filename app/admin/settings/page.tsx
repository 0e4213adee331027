import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/ui/page-header.tsx";
import { adminClinic } from "../_shell/admin-clinic.ts";
import { SettingsForm } from "./settings-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("settings");
  return { title: t("title") };
}

export default async function SettingsPage() {
  const [{ clinic }, t] = await Promise.all([adminClinic(), getTranslations("settings")]);
  return (
    <>
      <PageHeader size="workspace" title={t("title")} lead={t("lead")} />
      <SettingsForm clinic={clinic} />
    </>
  );
}
