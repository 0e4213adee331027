import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { KeepFresh } from "#app/_desk/keep-fresh.tsx";
import { Bulk } from "#components/scheduling/bulk.tsx";
import { Desk, DeskList } from "#components/scheduling/desk.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { InboxKeys } from "./_inbox/inbox-keys.tsx";
import { loadInbox } from "./_inbox/load-inbox.ts";
import { PlanRequest } from "./_inbox/plan-request.tsx";
import { RequestRow } from "./_inbox/request-row.tsx";
import { takeOwnStep, takeOwnSteps } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("doctor");
  return { title: t("inbox.title") };
}

export default async function InboxPage() {
  const [inbox, t] = await Promise.all([loadInbox(), getTranslations("doctor.inbox")]);
  const { waiting, now } = inbox;
  return (
    <>
      <KeepFresh />
      <PageHeader
        size="workspace"
        title={t("title")}
        lead={waiting.length > 0 ? t("lead", { count: waiting.length }) : undefined}
        actions={<InboxKeys />}
      />
      <Desk action={takeOwnStep}>
        <Bulk action={takeOwnSteps} steps={["confirmed", "rejected"]}>
          <DeskList
            label={t("title")}
            className="divide-y divide-line border-y border-line"
            rows={waiting.map((each, position) =>
              each.plan
                ? { id: each.plan.id, row: <PlanRequest {...each} position={position} now={now} /> }
                : { id: each.appointment.id, row: <RequestRow {...each} position={position} now={now} /> },
            )}
            empty={
              <EmptyState title={t("emptyTitle")} actions={<ButtonLink href="/doctor/day">{t("toDay")}</ButtonLink>}>
                <p>{t("empty")}</p>
              </EmptyState>
            }
          />
        </Bulk>
      </Desk>
    </>
  );
}
