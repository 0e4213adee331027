import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { PlanPage } from "../../../_plan/plan-page.tsx";
import { currentClinic } from "../../../_shell/current-clinic.ts";
import { Missing } from "../../../_shell/missing.tsx";
import { ownPlan, ownPlanHrefs } from "../own-plan.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("planPortal"))("title") };
}

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string }>;
}

export default async function MyPlan({ params, searchParams }: Props) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const own = await ownPlan(id);
  if (!own) return <Missing />;
  const [t, clinic] = await Promise.all([getTranslations("planPortal.list"), currentClinic()]);
  return (
    <PageMain>
      <PlanPage
        plan={own.plan}
        clinic={clinic}
        now={Date.now()}
        hrefs={ownPlanHrefs(id)}
        done={done}
        above={<BackLink href="/patient/plans">{t("title")}</BackLink>}
      />
    </PageMain>
  );
}
