import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { clinicWaitlist } from "#lib/scheduling/server/waitlist/waitlists.ts";
import type { WaitlistLine } from "#lib/scheduling/waitlist-view.ts";
import { staffClinic } from "../_shell/staff-clinic.ts";
import { WaitingTable } from "./waiting-table.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("waiting.staff"))("title") };
}

export default async function StaffWaitingList({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const [{ done }, { actor, clinic }, t] = await Promise.all([
    searchParams,
    staffClinic(),
    getTranslations("waiting.staff"),
  ]);
  const answer = await clinicWaitlist(actor, { clinicId: clinic.id });
  if (!answer.ok) forbidden();
  const [live, ended] = [answer.value.lines.filter(isLive), answer.value.lines.filter((line) => !isLive(line))];
  return (
    <>
      <PageHeader size="workspace" title={t("title")} lead={t("lead")} />
      <div className="grid gap-6">
        {(done === "out" || done === "gone") && (
          <Notice tone={done === "out" ? "success" : "warning"} live focusOnLoad>
            {t(done === "out" ? "done" : "gone")}
          </Notice>
        )}
        {live.length > 0 ? (
          <Section id="live" title={t("live")} aside={live.length}>
            <WaitingTable caption={t("caption")} lines={live} />
          </Section>
        ) : (
          <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
        )}
        {ended.length > 0 && (
          <Section id="ended" title={t("ended")} aside={ended.length}>
            <WaitingTable caption={t("endedCaption")} lines={ended.toReversed()} />
          </Section>
        )}
      </div>
    </>
  );
}

function isLive({ status }: WaitlistLine): boolean {
  return status === "waiting" || status === "offered";
}
