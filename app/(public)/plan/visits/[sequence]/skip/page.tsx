import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { visitOf } from "#components/scheduling/plan-visits.ts";
import { PageMain } from "#components/shell/site-shell.tsx";
import { VisitStepPage } from "../../../../../_plan/visit-step-page.tsx";
import { currentClinic } from "../../../../../_shell/current-clinic.ts";
import { Missing } from "../../../../../_shell/missing.tsx";
import { skipVisitByLink } from "../../../actions.ts";
import { guestHrefs, linkedPlan } from "../../../linked-plan.ts";
import { NoPlan } from "../../../no-plan.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("planPortal.visitSkip"))("title"), robots: { index: false } };
}

export default async function SkipVisitByLink({ params }: { params: Promise<{ sequence: string }> }) {
  const linked = await linkedPlan();
  if (!linked) return <NoPlan />;
  const { plan } = linked;
  const visit = visitOf(plan, (await params).sequence);
  if (!visit) return <Missing />;
  const clinic = await currentClinic();
  return (
    <PageMain width="prose">
      <VisitStepPage act="skip" plan={plan} visit={visit} clinic={clinic} hrefs={guestHrefs} action={skipVisitByLink} />
    </PageMain>
  );
}
