import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageMain } from "#components/shell/site-shell.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { requireActor } from "#lib/auth/session.ts";
import { plansToLink } from "#lib/scheduling/server/plans/link-plans.ts";
import { patientLists } from "../patient-lists.ts";
import { PatientTabs } from "../patient-tabs.tsx";
import { LinkNotice } from "./link-notice.tsx";
import { PlanLine } from "./plan-line.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("planPortal.list"))("title") };
}

export default async function MyPlans() {
  const actor = await requireActor();
  const [t, found, { plans, counts }] = await Promise.all([
    getTranslations("planPortal.list"),
    plansToLink(actor),
    patientLists(actor),
  ]);
  return (
    <PageMain width="prose">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={plans.length > 0 && <ButtonLink href="/plans">{t("another")}</ButtonLink>}
      />
      <LinkNotice plans={found} />
      <PatientTabs current="plans" counts={counts} />
      {plans.length > 0 ? (
        <ul className="divide-y divide-line border-b border-line">
          {plans.map((plan) => (
            <PlanLine key={plan.id} plan={plan} />
          ))}
        </ul>
      ) : (
        <div className="pt-8">
          <EmptyState
            title={t("none.title")}
            actions={
              <ButtonLink href="/plans" variant="primary">
                {t("none.start")}
              </ButtonLink>
            }
          >
            {t("none.text")}
          </EmptyState>
        </div>
      )}
    </PageMain>
  );
}
