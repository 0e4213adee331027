import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { PlanStepPage } from "../../../_plan/plan-step-page.tsx";
import { currentClinic } from "../../../_shell/current-clinic.ts";
import { resumeByLink } from "../actions.ts";
import { guestHrefs, linkedPlan } from "../linked-plan.ts";
import { NoPlan } from "../no-plan.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("planPortal.resume"))("title"), robots: { index: false } };
}

export default async function ResumeByLink() {
  const linked = await linkedPlan();
  if (!linked) return <NoPlan />;
  const clinic = await currentClinic();
  return (
    <PageMain width="prose">
      <PlanStepPage
        act="resume"
        plan={linked.plan}
        clinic={clinic}
        now={Date.now()}
        hrefs={guestHrefs}
        action={resumeByLink}
      />
    </PageMain>
  );
}
