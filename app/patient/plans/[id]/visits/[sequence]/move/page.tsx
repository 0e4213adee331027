import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { visitOf } from "#components/scheduling/plan-visits.ts";
import { PageMain } from "#components/shell/site-shell.tsx";
import type { SearchParams } from "../../../../../../_move/move-choice.ts";
import { VisitMovePage } from "../../../../../../_plan/visit-move-page.tsx";
import { currentClinic } from "../../../../../../_shell/current-clinic.ts";
import { Missing } from "../../../../../../_shell/missing.tsx";
import { moveOwnVisit } from "../../../../actions.ts";
import { ownPlan, ownPlanHrefs } from "../../../../own-plan.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("move"))("title") };
}

interface Props {
  params: Promise<{ id: string; sequence: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function MoveMyVisit({ params, searchParams }: Props) {
  const [{ id, sequence }, asked] = await Promise.all([params, searchParams]);
  const own = await ownPlan(id);
  const visit = own && visitOf(own.plan, sequence);
  if (!visit) return <Missing />;
  const common = { ...own, visit, clinic: await currentClinic(), hrefs: ownPlanHrefs(id), params: asked };
  return (
    <PageMain>
      <VisitMovePage {...common} action={moveOwnVisit} />
    </PageMain>
  );
}
