import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { PlanPage } from "../../_plan/plan-page.tsx";
import { currentClinic } from "../../_shell/current-clinic.ts";
import { guestHrefs, linkedPlan } from "./linked-plan.ts";
import { NoPlan } from "./no-plan.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("planPortal"))("title"), robots: { index: false } };
}

/** The care plan of somebody without an account, opened by the link in their e-mail. */
export default async function GuestPlan({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const linked = await linkedPlan();
  if (!linked) return <NoPlan />;
  const [clinic, { done }] = await Promise.all([currentClinic(), searchParams]);
  return (
    <PageMain>
      <PlanPage plan={linked.plan} clinic={clinic} now={Date.now()} hrefs={guestHrefs} done={done} />
    </PageMain>
  );
}
