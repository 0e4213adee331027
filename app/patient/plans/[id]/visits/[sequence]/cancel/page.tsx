import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { visitOf } from "#components/scheduling/plan-visits.ts";
import { PageMain } from "#components/shell/site-shell.tsx";
import { VisitStepPage } from "../../../../../../_plan/visit-step-page.tsx";
import { currentClinic } from "../../../../../../_shell/current-clinic.ts";
import { Missing } from "../../../../../../_shell/missing.tsx";
import { cancelOwnVisit } from "../../../../actions.ts";
import { ownPlan, ownPlanHrefs } from "../../../../own-plan.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("planPortal.visitCancel"))("title") };
}

export default async function CancelMyVisit({ params }: { params: Promise<{ id: string; sequence: string }> }) {
  const { id, sequence } = await params;
  const plan = (await ownPlan(id))?.plan;
  const visit = plan && visitOf(plan, sequence);
  if (!visit) return <Missing />;
  const common = { plan, visit, clinic: await currentClinic(), hrefs: ownPlanHrefs(id) };
  return (
    <PageMain width="prose">
      <VisitStepPage act="cancel" {...common} action={cancelOwnVisit} />
    </PageMain>
  );
}
