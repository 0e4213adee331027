import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Link } from "#components/ui/link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { TabsNav } from "#components/ui/tabs-nav.tsx";
import { SelectField, TextField } from "#components/ui/text-field.tsx";
import { env } from "#lib/env.ts";
import { isMailTab, type MailTab, mailTabs } from "#lib/notifications/mail-log.ts";
import { isMessageKind, messageKinds } from "#lib/notifications/message-kinds.ts";
import { listMail } from "#lib/notifications/server/mail-log.ts";
import { clinicAttention } from "#lib/scheduling/server/clinic/clinic-attention.ts";
import { adminClinic } from "../_shell/admin-clinic.ts";
import { answered } from "../_shell/answered.ts";
import { MailState } from "./mail-state.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mailLog"))("title") };
}

interface Query {
  show?: string | string[];
  kind?: string | string[];
  to?: string | string[];
  before?: string | string[];
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export default async function MailLogPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { actor, clinic } = await adminClinic();
  const [query, t, format] = await Promise.all([searchParams, getTranslations("mailLog"), getFormatter()]);
  const tab: MailTab = isMailTab(query.show) ? query.show : "all";
  const kind = typeof query.kind === "string" && isMessageKind(query.kind) ? query.kind : null;
  const before = typeof query.before === "string" && uuid.test(query.before) ? query.before : null;
  const recipient = typeof query.to === "string" ? query.to.trim().slice(0, 200) || null : null;
  const [{ mails, nextBefore }, { failedMessages }] = await Promise.all([
    listMail(actor, { states: [...mailTabs[tab]], kind, recipient, before }).then(answered),
    clinicAttention(actor, { clinicId: clinic.id }).then(answered),
  ]);
  const hrefOf = (change: { show?: MailTab; before?: string | null }) => {
    const wanted = { show: tab, before: null, ...change };
    const parameters = new URLSearchParams(wanted.show === "all" ? {} : { show: wanted.show });
    if (kind) parameters.set("kind", kind);
    if (recipient) parameters.set("to", recipient);
    if (wanted.before) parameters.set("before", wanted.before);
    return parameters.size > 0 ? `/admin/mail?${parameters}` : "/admin/mail";
  };

  return (
    <>
      <PageHeader
        size="workspace"
        title={t("title")}
        lead={t("lead")}
        actions={<ButtonLink href="/admin/mail/setup">{t("setUp")}</ButtonLink>}
      />
      {failedMessages > 0 && (
        <Notice
          tone="refusal"
          title={t("dead.title", { count: failedMessages })}
          className="mb-8"
          actions={tab !== "failed" && <ButtonLink href="/admin/mail?show=failed">{t("dead.show")}</ButtonLink>}
        >
          {t("dead.message")}
        </Notice>
      )}
      {!env().mail && (
        <Notice tone="info" title={t("noServer.title")} className="mb-8">
          {t("noServer.message")}
        </Notice>
      )}
      <TabsNav
        label={t("tabs.label")}
        tabs={(Object.keys(mailTabs) as MailTab[]).map((name) => ({
          href: hrefOf({ show: name }),
          label: t(`tabs.${name}`),
          current: name === tab,
        }))}
      />
      <form method="get" className="flex flex-wrap items-end gap-3 py-5">
        {tab !== "all" && <input type="hidden" name="show" value={tab} />}
        <SelectField name="kind" label={t("kind.label")} defaultValue={kind ?? ""} required={false}>
          <option value="">{t("kind.all")}</option>
          {messageKinds.map((name) => (
            <option key={name} value={name}>
              {t(`kind.${name}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          name="to"
          label={t("recipient.label")}
          hint={t("recipient.hint")}
          defaultValue={recipient ?? ""}
          type="search"
          optional
        />
        <Button type="submit">{t("kind.apply")}</Button>
      </form>
      {mails.length === 0 ? (
        <EmptyState title={t("empty.title")}>{t("empty.message")}</EmptyState>
      ) : (
        <DataTable
          caption={t("title")}
          rows={mails}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "subject",
              header: t("column.subject"),
              rowHeader: true,
              cell: ({ id, subject, kind: written }) => (
                <Link href={`/admin/mail/${id}`} className="link">
                  {subject ? <bdi>{subject}</bdi> : t("unwritable", { kind: written })}
                </Link>
              ),
            },
            { key: "recipient", header: t("column.recipient"), cell: ({ recipient }) => recipient },
            {
              key: "when",
              header: t("column.when"),
              numeric: true,
              cell: ({ createdAt }) => format.dateTime(createdAt, "moment", { timeZone: clinic.timeZone }),
            },
            { key: "state", header: t("column.state"), cell: ({ state }) => <MailState state={state} /> },
          ]}
        />
      )}
      <Pagination
        label={t("title")}
        previousHref={before ? hrefOf({}) : undefined}
        nextHref={nextBefore ? hrefOf({ before: nextBefore }) : undefined}
      />
    </>
  );
}
