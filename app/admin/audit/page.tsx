import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { Section } from "#components/ui/section.tsx";
import { listAudit } from "#lib/audit/server/list-audit.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";
import { answered } from "../_shell/answered.ts";
import type { PageQuery } from "../_shell/page-query.ts";
import { askedAudit, auditHref } from "./asked-audit.ts";
import { AuditLines } from "./audit-lines.tsx";
import { ChainForm } from "./chain-form.tsx";
import { wordsOf } from "./entry-words.ts";
import { FilterForm } from "./filter-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit"))("title") };
}

export default async function AuditPage({ searchParams }: PageQuery) {
  const [{ actor, clinic }, query, t] = await Promise.all([adminClinic(), searchParams, getTranslations("audit")]);
  const { asked, hasWrongDays } = askedAudit(query);
  const { entries, nextCursor } = answered(await listAudit(actor, { clinicId: clinic.id, ...asked }));
  const words = await wordsOf(clinic.timeZone);
  const isNarrowed = Object.entries(asked).some(([name, value]) => name !== "cursor" && value);
  const [first] = entries;
  return (
    <>
      <PageHeader size="workspace" title={t("title")} lead={t("lead")} />
      <section aria-label={t("title")} className="grid grid-cols-[minmax(0,1fr)] gap-6 pb-14">
        <FilterForm asked={asked} />
        {hasWrongDays && <Notice tone="warning">{t("filter.wrong")}</Notice>}
        {asked.subject && (
          <p className="text-md text-ink-muted">
            {t("filter.about", { subject: first ? words.subject(first) : t("subject.gone.other") })}
          </p>
        )}
        {entries.length > 0 ? (
          <AuditLines entries={entries} timeZone={clinic.timeZone} words={words} />
        ) : (
          <EmptyState
            title={t("empty.title")}
            actions={isNarrowed && <ButtonLink href="/admin/audit">{t("filter.clear")}</ButtonLink>}
          >
            {t("empty.detail")}
          </EmptyState>
        )}
        <Pagination
          label={t("title")}
          previousHref={asked.cursor ? auditHref({ ...asked, cursor: undefined }) : undefined}
          nextHref={nextCursor ? auditHref({ ...asked, cursor: nextCursor }) : undefined}
        />
      </section>
      <Section id="chain" title={t("chain.title")} lead={t("chain.lead")}>
        <ChainForm />
      </Section>
    </>
  );
}
