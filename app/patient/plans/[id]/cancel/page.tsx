import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { PlanStepPage } from "../../../../_plan/plan-step-page.tsx";
import { currentClinic } from "../../../../_shell/current-clinic.ts";
import { Missing } from "../../../../_shell/missing.tsx";
import { cancelOwnPlan } from "../../actions.ts";
import { ownPlan, ownPlanHrefs } from "../../own-plan.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("planPortal.cancel"))("title") };
}

export default async function CancelMyPlan({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const own = await ownPlan(id);
  if (!own) return <Missing />;
  const common = { plan: own.plan, clinic: await currentClinic(), hrefs: ownPlanHrefs(id) };
  return (
    <PageMain width="prose">
      <PlanStepPage act="cancel" {...common} now={Date.now()} action={cancelOwnPlan} />
    </PageMain>
  );
}
