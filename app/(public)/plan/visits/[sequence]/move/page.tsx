import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { visitOf } from "#components/scheduling/plan-visits.ts";
import { PageMain } from "#components/shell/site-shell.tsx";
import type { SearchParams } from "../../../../../_move/move-choice.ts";
import { VisitMovePage } from "../../../../../_plan/visit-move-page.tsx";
import { currentClinic } from "../../../../../_shell/current-clinic.ts";
import { Missing } from "../../../../../_shell/missing.tsx";
import { moveVisitByLink } from "../../../actions.ts";
import { guestHrefs, linkedPlan } from "../../../linked-plan.ts";
import { NoPlan } from "../../../no-plan.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("move"))("title"), robots: { index: false } };
}

interface Props {
  params: Promise<{ sequence: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function MoveVisitByLink({ params, searchParams }: Props) {
  const linked = await linkedPlan();
  if (!linked) return <NoPlan />;
  const { plan, guest: actor } = linked;
  const [{ sequence }, asked, clinic] = await Promise.all([params, searchParams, currentClinic()]);
  const visit = visitOf(plan, sequence);
  if (!visit) return <Missing />;
  return (
    <PageMain>
      <VisitMovePage {...{ actor, plan, visit, clinic }} hrefs={guestHrefs} params={asked} action={moveVisitByLink} />
    </PageMain>
  );
}
