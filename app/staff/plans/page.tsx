import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { TabsNav } from "#components/ui/tabs-nav.tsx";
import { searchPlans } from "#lib/scheduling/server/plans/search-plans.ts";
import { staffClinic } from "../_shell/staff-clinic.ts";
import { askedPlans, plansHref, planTabs } from "./_list/asked-plans.ts";
import { PlanRows } from "./_list/plan-rows.tsx";
import { SearchForm } from "./_list/search-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("planDesk"))("title") };
}

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Care plans of the clinic: found by number, name or e-mail address, the newest first. */
export default async function StaffPlansPage({ searchParams }: Props) {
  const [{ actor, clinic }, t, status, parameters] = await Promise.all([
    staffClinic(),
    getTranslations("planDesk"),
    getTranslations("planPortal.status"),
    searchParams,
  ]);
  const asked = askedPlans(parameters);
  const answer = await searchPlans(actor, {
    clinicId: clinic.id,
    ...(asked.query && { query: asked.query }),
    ...(asked.tab !== "all" && { status: asked.tab }),
    ...(asked.before && { before: asked.before }),
  });
  if (!answer.ok) forbidden();
  const { plans, nextBefore } = answer.value;
  return (
    <>
      <PageHeader size="workspace" title={t("title")} lead={t("lead")} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        <SearchForm asked={asked} />
        <TabsNav
          label={t("tabs")}
          tabs={planTabs.map((tab) => ({
            href: plansHref({ ...asked, tab, before: null }),
            label: tab === "all" ? t("all") : status(tab),
            current: tab === asked.tab,
          }))}
        />
        {plans.length > 0 ? (
          <PlanRows plans={plans} label={t("title")} />
        ) : (
          <EmptyState
            title={t(asked.query ? "none.found" : "none.title")}
            actions={
              (asked.query || asked.tab !== "all") && <ButtonLink href="/staff/plans">{t("none.all")}</ButtonLink>
            }
          >
            <p>{t(asked.query ? "none.foundText" : "none.text")}</p>
          </EmptyState>
        )}
        <Pagination
          label={t("title")}
          {...(asked.before && { previousHref: plansHref({ ...asked, before: null }) })}
          {...(nextBefore && { nextHref: plansHref({ ...asked, before: nextBefore }) })}
        />
      </div>
    </>
  );
}
