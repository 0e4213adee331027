import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PhoneLink } from "#components/scheduling/phone-link.tsx";
import { PageMain } from "#components/shell/site-shell.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { currentClinic } from "../../../_shell/current-clinic.ts";
import { LinkForm } from "./link-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("plans.link"))("title") };
}

export default async function PlanLink() {
  const [t, plans, clinic] = await Promise.all([
    getTranslations("plans.link"),
    getTranslations("plans"),
    currentClinic(),
  ]);
  return (
    <PageMain width="prose">
      <PageHeader above={<BackLink href="/plans">{plans("title")}</BackLink>} title={t("title")} lead={t("lead")} />
      <div className="grid gap-8">
        <LinkForm />
        {clinic.phone && (
          <p className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-6 text-md text-ink-muted">
            {t("noNumber")} <PhoneLink phone={clinic.phone} />
          </p>
        )}
      </div>
    </PageMain>
  );
}
